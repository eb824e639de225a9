package org.groupdigest.job.ingest.file.chatlog;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Bytes of one line to text. A line that is not in the encoding of the text is read in a code page
 * of one byte a character if nothing in it is UTF-8; else what cannot be read is U+FFFD.
 */
final class LineDecoder {

  private static final char REPLACEMENT = '\uFFFD';
  private static final Charset CYRILLIC = charset("windows-1251");
  private static final Charset WESTERN = charset("windows-1252");

  private final Charset charset;
  private boolean repaired;

  LineDecoder(Charset charset) {
    this.charset = charset;
  }

  /** Whether the last line was not in the encoding of the text. */
  boolean isRepaired() {
    return repaired;
  }

  String decode(byte[] line) {
    String text = new String(line, charset);
    repaired = text.indexOf(REPLACEMENT) >= 0 && !isWritten(line);
    String read = repaired && charset.equals(StandardCharsets.UTF_8) ? reread(line, text) : text;
    return read.indexOf(0) < 0 ? read : withoutZeros(read);
  }

  /** Whether the replacement character itself stands in the line as often as in its text. */
  private boolean isWritten(byte[] line) {
    String text = new String(line, charset);
    return Arrays.equals(text.getBytes(charset), line);
  }

  private String withoutZeros(String text) {
    repaired = true;
    return text.replace("\0", "");
  }

  private static String reread(byte[] line, String text) {
    long readable = text.chars().filter(c -> c >= 0x80 && c != REPLACEMENT).count();
    int high = 0;
    int letters = 0;
    for (byte b : line) {
      high += b < 0 ? 1 : 0;
      letters += (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') ? 1 : 0;
    }
    if (readable > 0 || high < 2) {
      return text;
    }
    // Western texts have a few letters beyond ASCII, Cyrillic ones have words of them.
    return new String(line, 2 * high > letters ? CYRILLIC : WESTERN);
  }

  private static Charset charset(String name) {
    return Charset.isSupported(name) ? Charset.forName(name) : StandardCharsets.ISO_8859_1;
  }
}
