package org.groupdigest.job.ingest.file.json;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Bytes above ASCII in one text: UTF-8; or pairs of surrogates in three bytes each, as some
 * databases and Java write them; or a whole text in Windows-1251. What is none of them is U+FFFD.
 */
final class TextBytes {

  private static final Charset CYRILLIC = Charset.forName("windows-1251");
  private static final int FEWEST_LETTERS = 4;

  private final byte[] in;
  private final int end;
  private final boolean cyrillic;

  private TextBytes(byte[] in, int end, boolean cyrillic) {
    this.in = in;
    this.end = end;
    this.cyrillic = cyrillic;
  }

  static TextBytes of(byte[] in, int from, int end) {
    return new TextBytes(in, end, isCyrillic(in, from, end));
  }

  /** Writes the run of bytes that starts at a place; returns the place behind it. */
  int write(int from, ByteArrayOutputStream out) {
    int to = from;
    while (to < end && in[to] < 0) {
      to++;
    }
    if (cyrillic) {
      out.writeBytes(new String(in, from, to - from, CYRILLIC).getBytes(StandardCharsets.UTF_8));
    } else {
      run(from, to, out);
    }
    return to;
  }

  private void run(int from, int to, ByteArrayOutputStream out) {
    StringBuilder text = new StringBuilder();
    int plain = from;
    for (int i = from; i < to; ) {
      if (isSurrogatePair(i, to)) {
        text.append(utf8(plain, i)).append(unit(i)).append(unit(i + 3));
        i += 6;
        plain = i;
      } else {
        i++;
      }
    }
    text.append(utf8(plain, to));
    out.writeBytes(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private String utf8(int from, int to) {
    return new String(in, from, to - from, StandardCharsets.UTF_8);
  }

  private boolean isSurrogatePair(int at, int to) {
    return at + 6 <= to
        && in[at] == (byte) 0xED
        && in[at + 3] == (byte) 0xED
        && (in[at + 1] & 0xF0) == 0xA0
        && (in[at + 4] & 0xF0) == 0xB0;
  }

  private char unit(int at) {
    return (char) (0xD000 | (in[at + 1] & 0x3F) << 6 | (in[at + 2] & 0x3F));
  }

  /** Whether all bytes above ASCII are letters or quotation marks of Windows-1251 and no UTF-8. */
  private static boolean isCyrillic(byte[] in, int from, int end) {
    int letters = 0;
    for (int i = from; i < end; i++) {
      if (in[i] < 0) {
        int c = in[i] & 0xFF;
        boolean letter = c >= 0xC0 || c == 0xA8 || c == 0xB8;
        boolean mark = c == 0xAB || c == 0xBB || c == 0x96 || c == 0x97 || c == 0x85 || c == 0xB9;
        if (!letter && !mark) {
          return false;
        }
        letters += letter ? 1 : 0;
      }
    }
    return letters >= FEWEST_LETTERS;
  }
}
