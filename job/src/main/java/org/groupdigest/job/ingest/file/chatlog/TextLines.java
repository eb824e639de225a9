package org.groupdigest.job.ingest.file.chatlog;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Lines of a text in UTF-8 or UTF-16, ended by LF or CR LF. Of a line over the limit only the start
 * is kept, so that one endless line does not fill the memory.
 */
final class TextLines implements Closeable {

  /** Nothing longer passes the parser of messages. */
  private static final int MAX_LINE_BYTES = (1 << 20) + 2;

  private static final int BUFFER_BYTES = 1 << 16;

  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private final TextEncoding encoding;
  private final LineDecoder decoder;
  private int at;
  private int end;
  private long number;
  private long bytes;
  private boolean cutOff;

  TextLines(InputStream in) throws IOException {
    this.in = in;
    this.end = in.readNBytes(buffer, 0, buffer.length);
    this.encoding = TextEncoding.of(Arrays.copyOf(buffer, Math.min(end, 1 << 12)));
    this.decoder = new LineDecoder(encoding.charset());
  }

  /** Number of the line last read, from 1. */
  long number() {
    return number;
  }

  /** Bytes before the next line. */
  long bytes() {
    return bytes;
  }

  /** Whether there is no further line. */
  boolean isDrained() throws IOException {
    return at >= end && !fill();
  }

  /** Whether the text ends inside a character. */
  boolean isCutOff() {
    return cutOff;
  }

  /** The next line, or null at the end. */
  TextLine next() throws IOException {
    byte[] line = nextBytes();
    if (line == null) {
      return null;
    }
    number++;
    String text = decoder.decode(line);
    String unmarked = number == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text;
    boolean carriage = unmarked.endsWith("\r");
    return new TextLine(
        number,
        carriage ? unmarked.substring(0, unmarked.length() - 1) : unmarked,
        decoder.isRepaired());
  }

  private byte[] nextBytes() throws IOException {
    if (at >= end && !fill()) {
      return null;
    }
    ByteArrayOutputStream line = new ByteArrayOutputStream(256);
    boolean more = true;
    while (more) {
      int lineFeed = lineFeed();
      int stop = lineFeed < 0 ? end : lineFeed;
      line.write(buffer, at, Math.max(0, Math.min(stop - at, MAX_LINE_BYTES - line.size())));
      int next = lineFeed < 0 ? end : lineFeed + encoding.width();
      bytes += next - at;
      at = next;
      more = lineFeed < 0 && fill();
      cutOff = !more && lineFeed < 0 && endsInCharacter(line.toByteArray());
    }
    return line.toByteArray();
  }

  private boolean fill() throws IOException {
    at = 0;
    // A whole number of UTF-16 units in each buffer.
    end = in.readNBytes(buffer, 0, buffer.length);
    return end > 0;
  }

  private int lineFeed() {
    for (int i = at; i + encoding.width() <= end; i += encoding.width()) {
      if (isLineFeed(i)) {
        return i;
      }
    }
    return -1;
  }

  private boolean isLineFeed(int i) {
    return switch (encoding) {
      case UTF_8 -> buffer[i] == '\n';
      case UTF_16LE -> buffer[i] == '\n' && buffer[i + 1] == 0;
      case UTF_16BE -> buffer[i] == 0 && buffer[i + 1] == '\n';
    };
  }

  private boolean endsInCharacter(byte[] line) {
    if (encoding != TextEncoding.UTF_8) {
      return line.length % 2 == 1;
    }
    for (int back = 1; back <= Math.min(3, line.length); back++) {
      int b = line[line.length - back] & 0xFF;
      if (b < 0x80) {
        return false;
      }
      if (b >= 0xC0) {
        return back < (b >= 0xF0 ? 4 : b >= 0xE0 ? 3 : 2);
      }
    }
    return false;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
