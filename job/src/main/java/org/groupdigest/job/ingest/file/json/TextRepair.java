package org.groupdigest.job.ingest.file.json;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Repairs what is between the quotes of one text. */
final class TextRepair {

  private static final byte[] REPLACEMENT = "\\uFFFD".getBytes(StandardCharsets.US_ASCII);
  private static final String ESCAPES = "\"\\/bfnrt";

  private final byte[] in;
  private final int end;
  private final ByteArrayOutputStream out;
  private final TextBytes bytes;
  private int at;

  TextRepair(byte[] in, int from, int end, ByteArrayOutputStream out) {
    this.in = in;
    this.at = from;
    this.end = end;
    this.out = out;
    this.bytes = TextBytes.of(in, from, end);
  }

  void write() {
    while (at < end) {
      int c = in[at] & 0xFF;
      if (c == '\\') {
        escape();
      } else if (c < ' ') {
        control(c);
        at++;
      } else if (c < 0x80) {
        out.write(c);
        at++;
      } else {
        at = bytes.write(at, out);
      }
    }
  }

  private void escape() {
    int c = at + 1 < end ? in[at + 1] : '\\';
    if (ESCAPES.indexOf(c) >= 0) {
      raw(at, Math.min(2, end - at));
    } else if (c == 'u') {
      unicode();
    } else if (c == 'x' && isHex(at + 2, 2)) {
      codePoint(hex(at + 2, 2), 4);
    } else if (c == 'U' && isHex(at + 2, 8)) {
      codePoint(hex(at + 2, 8), 10);
    } else if (c >= '0' && c <= '7') {
      octal();
    } else {
      other(c);
    }
  }

  private void unicode() {
    if (!isHex(at + 2, 4)) {
      braces();
      return;
    }
    int unit = hex(at + 2, 4);
    if (!Character.isSurrogate((char) unit)) {
      raw(at, 6);
    } else if (isLowSurrogateAt(at + 6) && Character.isHighSurrogate((char) unit)) {
      raw(at, 12);
    } else {
      out.writeBytes(REPLACEMENT);
      at += 6;
    }
  }

  private boolean isLowSurrogateAt(int place) {
    return place + 6 <= end
        && in[place] == '\\'
        && in[place + 1] == 'u'
        && isHex(place + 2, 4)
        && Character.isLowSurrogate((char) hex(place + 2, 4));
  }

  /** A code point in braces, as JavaScript writes it; anything else is a backslash and a letter. */
  private void braces() {
    int close = at + 3;
    while (close < end && isHex(close, 1) && close - at < 9) {
      close++;
    }
    boolean whole = close < end && close > at + 3 && in[at + 2] == '{' && in[close] == '}';
    if (whole) {
      codePoint(hex(at + 3, close - at - 3), close + 1 - at);
    } else {
      other('u');
    }
  }

  private void octal() {
    int length = 1;
    while (length < 3 && at + 1 + length < end && (in[at + 1 + length] & 0xF8) == '0') {
      length++;
    }
    int value = Integer.parseInt(new String(in, at + 1, length, StandardCharsets.US_ASCII), 8);
    codePoint(value, 1 + length);
  }

  private void other(int c) {
    if (c == 'a' || c == 'v' || c == 'e') {
      at += 2;
    } else if (c == '\'' || (c >= 0 && c < ' ')) {
      at++;
    } else {
      out.writeBytes(new byte[] {'\\', '\\'});
      at++;
    }
  }

  private void codePoint(int codePoint, int length) {
    at += length;
    if (codePoint < ' ' || codePoint == '"' || codePoint == '\\') {
      control(codePoint);
    } else if (Character.isValidCodePoint(codePoint) && !isSurrogate(codePoint)) {
      out.writeBytes(Character.toString(codePoint).getBytes(StandardCharsets.UTF_8));
    } else {
      out.writeBytes(REPLACEMENT);
    }
  }

  private static boolean isSurrogate(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }

  /** Line feeds and tabs are part of the text, other control characters say nothing. */
  private void control(int c) {
    String escaped =
        switch (c) {
          case '\n' -> "\\n";
          case '\r' -> "\\r";
          case '\t' -> "\\t";
          case '"' -> "\\\"";
          case '\\' -> "\\\\";
          default -> "";
        };
    out.writeBytes(escaped.getBytes(StandardCharsets.US_ASCII));
  }

  private void raw(int from, int length) {
    out.write(in, from, length);
    at = from + length;
  }

  private boolean isHex(int from, int length) {
    for (int i = from; i < from + length; i++) {
      if (i >= end || Character.digit(in[i], 16) < 0) {
        return false;
      }
    }
    return true;
  }

  private int hex(int from, int length) {
    return (int) Long.parseLong(new String(in, from, length, StandardCharsets.US_ASCII), 16);
  }
}
