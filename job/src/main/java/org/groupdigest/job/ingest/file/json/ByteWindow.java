package org.groupdigest.job.ingest.file.json;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** A stream of bytes that can be looked at ahead of where it is read. */
final class ByteWindow implements Closeable {

  private static final int CHUNK = 1 << 16;

  private final InputStream in;
  private byte[] buffer = new byte[4 * CHUNK];
  private int start;
  private int end;
  private long offset;
  private boolean drained;

  ByteWindow(InputStream in) {
    this.in = in;
  }

  /** The byte that far ahead, 0..255, or -1 behind the end of the stream. */
  int peek(int ahead) throws IOException {
    int at = start + ahead;
    return at < end || fill(ahead) ? buffer[start + ahead] & 0xFF : -1;
  }

  /**
   * The first place from one given whose byte is not of a kind, as far as bytes have been read and
   * no farther than {@code limit}. Most bytes pass through here: no call and no check for each.
   *
   * @param kind whether a byte, by its value, is of it
   */
  int after(boolean[] kind, int from, int limit) {
    byte[] bytes = buffer;
    int last = Math.min(end, start + limit);
    int at = start + from;
    while (at < last && kind[bytes[at] & 0xFF]) {
      at++;
    }
    return at - start;
  }

  /** Goes that many bytes on; they must have been looked at. */
  void drop(int count) {
    start += count;
    offset += count;
  }

  /** How many bytes lie before the current place. */
  long offset() {
    return offset;
  }

  /** The next bytes; they must have been looked at. */
  byte[] copy(int count) {
    return Arrays.copyOfRange(buffer, start, start + count);
  }

  private boolean fill(int ahead) throws IOException {
    while (!drained && start + ahead >= end) {
      makeRoom();
      int read = in.read(buffer, end, Math.min(CHUNK, buffer.length - end));
      drained = read < 0;
      end += Math.max(0, read);
    }
    return start + ahead < end;
  }

  private void makeRoom() {
    if (buffer.length - end >= CHUNK) {
      return;
    }
    int length = end - start;
    byte[] target = length > buffer.length / 2 ? new byte[buffer.length * 2] : buffer;
    System.arraycopy(buffer, start, target, 0, length);
    buffer = target;
    start = 0;
    end = length;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
