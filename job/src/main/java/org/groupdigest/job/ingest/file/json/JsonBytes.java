package org.groupdigest.job.ingest.file.json;

import java.io.IOException;

/** Small looks at JSON ahead. */
final class JsonBytes {

  private static final int MAX_NAME = 256;

  private JsonBytes() {}

  static boolean isBlank(int c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
  }

  /** Bytes that stand between values only where something is damaged, and say nothing there. */
  static boolean isJunk(int c) {
    return c >= 0 && (c < ' ' || c >= 0x7F) && !isBlank(c);
  }

  /** The first place from {@code at} that is not blank. */
  static int afterBlanks(ByteWindow window, int at) throws IOException {
    int i = at;
    while (isBlank(window.peek(i)) || isJunk(window.peek(i))) {
      i++;
    }
    return i;
  }

  /** The place behind a simple name in quotes and its colon that stand at a place, or -1. */
  static int afterName(ByteWindow window, int at) throws IOException {
    if (window.peek(at) != '"') {
      return -1;
    }
    int i = at + 1;
    while (isNameByte(window.peek(i)) && i - at < MAX_NAME) {
      i++;
    }
    if (window.peek(i) != '"' || i == at + 1) {
      return -1;
    }
    int colon = afterBlanks(window, i + 1);
    return window.peek(colon) == ':' ? colon + 1 : -1;
  }

  /** The place behind this name in quotes and its colon, or -1. */
  static int afterName(ByteWindow window, int at, byte[] name) throws IOException {
    if (window.peek(at) != '"' || window.peek(at + 1 + name.length) != '"') {
      return -1;
    }
    for (int i = 0; i < name.length; i++) {
      if (window.peek(at + 1 + i) != (name[i] & 0xFF)) {
        return -1;
      }
    }
    return afterName(window, at);
  }

  /** The simple name in quotes at the start of the window. */
  static String name(ByteWindow window) throws IOException {
    StringBuilder name = new StringBuilder();
    for (int i = 1; window.peek(i) != '"'; i++) {
      name.append((char) window.peek(i));
    }
    return name.toString();
  }

  /** Whether a byte can stand between two values of an array, or between damaged ones. */
  static boolean isBetween(int c) {
    return c == ',' || isBlank(c) || isJunk(c);
  }

  private static boolean isNameByte(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  }
}
