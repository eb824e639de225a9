package org.groupdigest.job.ingest.file.chatlog;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Encoding of a text by its first bytes: UTF-8, or UTF-16 of either order. */
public enum TextEncoding {
  /** UTF-8, also with a byte order mark. */
  UTF_8(StandardCharsets.UTF_8, 1),
  /** Two bytes a character, the low one first. */
  UTF_16LE(StandardCharsets.UTF_16LE, 2),
  /** Two bytes a character, the high one first. */
  UTF_16BE(StandardCharsets.UTF_16BE, 2);

  /** One in this many bytes is zero in UTF-16 of any language, for its blanks and digits. */
  private static final int ZEROS = 20;

  private final Charset charset;
  private final int width;

  TextEncoding(Charset charset, int width) {
    this.charset = charset;
    this.width = width;
  }

  Charset charset() {
    return charset;
  }

  /** Bytes of a line feed. */
  int width() {
    return width;
  }

  /** Encoding of a text that starts so. */
  public static TextEncoding of(byte[] start) {
    if (start.length >= 2 && (start[0] & 0xFF) == 0xFF && (start[1] & 0xFF) == 0xFE) {
      return UTF_16LE;
    }
    if (start.length >= 2 && (start[0] & 0xFF) == 0xFE && (start[1] & 0xFF) == 0xFF) {
      return UTF_16BE;
    }
    int even = zeros(start, 0);
    int odd = zeros(start, 1);
    if ((even + odd) * ZEROS < start.length || start.length < ZEROS) {
      return UTF_8;
    }
    return odd > 4 * even ? UTF_16LE : even > 4 * odd ? UTF_16BE : UTF_8;
  }

  private static int zeros(byte[] bytes, int first) {
    int zeros = 0;
    for (int i = first; i < bytes.length; i += 2) {
      zeros += bytes[i] == 0 ? 1 : 0;
    }
    return zeros;
  }

  /** The start of a text as characters, damaged ones replaced. */
  public String decode(byte[] start) {
    String text = new String(start, charset);
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }
}
