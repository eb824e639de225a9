package org.groupdigest.job.ingest.file.json;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Puts right what writers of JSON get wrong and what can only mean one thing: escapes that JSON
 * does not know, raw control characters, bytes that are not UTF-8, halves of surrogate pairs, and
 * numbers that are none. Control characters that say nothing are left out.
 */
final class JsonRepair {

  private static final byte[] NOTHING = "null".getBytes(StandardCharsets.US_ASCII);

  private final byte[] in;
  private final ByteArrayOutputStream out;
  private int at;

  private JsonRepair(byte[] in) {
    this.in = in;
    this.out = new ByteArrayOutputStream(in.length + 64);
  }

  /** The repaired bytes; equal ones where there is nothing to repair. */
  static byte[] of(byte[] json) {
    return new JsonRepair(json).repaired();
  }

  private byte[] repaired() {
    while (at < in.length) {
      int c = in[at] & 0xFF;
      if (c == '"') {
        text();
      } else if (c == 'N' || c == 'I' || c == '-') {
        number();
      } else {
        if (!JsonBytes.isJunk(c)) {
          out.write(c);
        }
        at++;
      }
    }
    return out.toByteArray();
  }

  /** What is not a number is nothing. */
  private void number() {
    int sign = in[at] == '-' ? 1 : 0;
    for (String name : new String[] {"NaN", "Infinity"}) {
      if (startsWith(at + sign, name)) {
        out.writeBytes(NOTHING);
        at += sign + name.length();
        return;
      }
    }
    out.write(in[at++]);
  }

  private boolean startsWith(int from, String name) {
    boolean fits = from + name.length() <= in.length;
    for (int i = 0; fits && i < name.length(); i++) {
      fits = in[from + i] == name.charAt(i);
    }
    return fits;
  }

  private void text() {
    int end = at + 1;
    while (end < in.length && in[end] != '"') {
      end += in[end] == '\\' ? 2 : 1;
    }
    end = Math.min(end, in.length);
    out.write('"');
    new TextRepair(in, at + 1, end, out).write();
    if (end < in.length) {
      out.write('"');
    }
    at = end + 1;
  }
}
