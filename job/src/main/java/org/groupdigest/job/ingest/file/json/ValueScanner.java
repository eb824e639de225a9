package org.groupdigest.job.ingest.file.json;

import java.io.IOException;
import java.util.Arrays;

/**
 * Finds the end of a value by its brackets and quotes, without a look at the grammar between them.
 * Notes on the way what a strict parser would take and yet is wrong.
 */
final class ValueScanner {

  /** The value has no end: it is broken, or the stream ends in it, or it is too long. */
  static final int NONE = -1;

  private static final String LITERALS = "truefalsnNIiy0123456789+-.E:,";
  private static final boolean[] PLAIN = new boolean[256];

  /** Bytes that mean nothing inside a text. */
  private static final boolean[] IN_TEXT = new boolean[256];

  /** Bytes between quotes and brackets, of which nothing is noted. */
  private static final boolean[] BETWEEN = new boolean[256];

  static {
    LITERALS.chars().forEach(c -> PLAIN[c] = true);
    " \n\r\t".chars().forEach(c -> PLAIN[c] = true);
    Arrays.fill(IN_TEXT, ' ', IN_TEXT.length, true);
    "\"\\{".chars().forEach(c -> IN_TEXT[c] = false);
    System.arraycopy(PLAIN, 0, BETWEEN, 0, PLAIN.length);
    BETWEEN['\n'] = false;
  }

  private final ByteWindow window;
  private final EntryStart start;
  private final int limit;
  private final Nesting nesting = new Nesting();
  private boolean surrogates;

  /**
   * @param start look of an entry's start, inside which no value can go on; null if there is none
   * @param limit longest value in bytes
   */
  ValueScanner(ByteWindow window, EntryStart start, int limit) {
    this.window = window;
    this.start = start;
    this.limit = limit;
  }

  /** Whether the value has escaped halves of surrogate pairs, which may not be whole. */
  boolean sawSurrogates() {
    return surrogates;
  }

  /** The place behind the value at the start of the window, or {@link #NONE}. */
  int end() throws IOException {
    nesting.clear();
    surrogates = false;
    int c = window.peek(0);
    if (c == '"') {
      return afterText(0);
    }
    return c == '{' || c == '[' ? afterContainer() : afterLiteral();
  }

  /** Whether a byte can stand between quotes and brackets. */
  static boolean isOutsideText(int c) {
    return c >= 0 && (PLAIN[c] || JsonBytes.isJunk(c));
  }

  private int afterLiteral() throws IOException {
    int i = 0;
    while (i < limit && isLiteral(window.peek(i))) {
      i++;
    }
    return i == 0 ? NONE : i;
  }

  private static boolean isLiteral(int c) {
    return c >= 0 && PLAIN[c] && c != ',' && c != ':' && !JsonBytes.isBlank(c);
  }

  private int afterContainer() throws IOException {
    int i = 0;
    while (i < limit) {
      i = window.after(BETWEEN, i, limit - 1);
      int c = window.peek(i);
      if (c == '"') {
        i = afterText(i);
      } else {
        i = takes(c, i) ? i + 1 : NONE;
      }
      if (i < 0 || nesting.depth() == 0) {
        return i;
      }
    }
    return NONE;
  }

  private boolean takes(int c, int at) throws IOException {
    switch (c) {
      case '{', '[' -> {
        boolean next = c == '{' && at > 0 && start != null && start.isElementAt(window, at);
        nesting.open(c);
        return !next;
      }
      case '}', ']' -> {
        return nesting.close(c);
      }
      case '\n' -> {
        return !startsNextLine(at);
      }
      default -> {
        return isOutsideText(c);
      }
    }
  }

  private boolean startsNextLine(int at) throws IOException {
    return start != null && start.isOnLineAfter(window, at, false);
  }

  /** The place behind the text that starts at a quote, or {@link #NONE}. */
  private int afterText(int quote) throws IOException {
    int i = quote + 1;
    while (i < limit) {
      i = window.after(IN_TEXT, i, limit - 1);
      int c = window.peek(i);
      if (c == '"') {
        return i + 1;
      }
      if (c == '\\') {
        surrogates |= isSurrogate(i + 1);
        i++;
      } else if (c < ' ' && (c < 0 || (c == '\n' && startsNextLine(i)))) {
        return NONE;
      } else if (c == '{' && start != null && start.isNamedAt(window, i)) {
        return NONE;
      }
      i++;
    }
    return NONE;
  }

  private boolean isSurrogate(int at) throws IOException {
    return window.peek(at) == 'u'
        && (window.peek(at + 1) | 0x20) == 'd'
        && window.peek(at + 2) > '7';
  }
}
