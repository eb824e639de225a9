package org.groupdigest.job.ingest.file.jsonlines;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Lines of a file as bytes, ended by LF or CR LF, without the end. Of a line longer than the limit
 * only the start is kept (limit + 1 bytes), so that one endless line does not fill the memory.
 */
final class LineReader implements Closeable {

  private static final int BUFFER_BYTES = 1 << 16;

  private final InputStream in;
  private final int limit;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int at;
  private int end;
  private long number;
  private boolean ended;

  LineReader(InputStream in, int limit) {
    this.in = in;
    this.limit = limit;
  }

  /** Number of the line last read, from 1. */
  long number() {
    return number;
  }

  /** Whether the last line read ended with a line feed. */
  boolean isEnded() {
    return ended;
  }

  /** The next line, or null at the end. */
  byte[] next() throws IOException {
    if (at == end && !fill()) {
      return null;
    }
    ByteArrayOutputStream line = new ByteArrayOutputStream(256);
    boolean more = true;
    while (more) {
      int lineFeed = indexOfLineFeed();
      int stop = lineFeed < 0 ? end : lineFeed;
      line.write(buffer, at, Math.min(stop - at, Math.max(0, limit + 1 - line.size())));
      ended = lineFeed >= 0;
      at = lineFeed < 0 ? end : lineFeed + 1;
      more = lineFeed < 0 && fill();
    }
    number++;
    return withoutCarriageReturn(line.toByteArray());
  }

  private boolean fill() throws IOException {
    at = 0;
    end = Math.max(0, in.read(buffer, 0, buffer.length));
    return end > 0;
  }

  private int indexOfLineFeed() {
    for (int i = at; i < end; i++) {
      if (buffer[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  private static byte[] withoutCarriageReturn(byte[] line) {
    boolean ends = line.length > 0 && line[line.length - 1] == '\r';
    return ends ? Arrays.copyOf(line, line.length - 1) : line;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
