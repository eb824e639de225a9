package org.groupdigest.job.ingest.file.json;

import java.io.IOException;

/** Passes over what does not matter, however long it is, and over what is broken. */
final class ValueSkipper {

  private final ByteWindow window;
  private final EntryReader entries;

  ValueSkipper(ByteWindow window, EntryReader entries) {
    this.window = window;
    this.entries = entries;
  }

  /**
   * Passes over an object or array; over a broken one as far as {@link #toNextMember}. Entries are
   * not passed.
   */
  void container() throws IOException {
    int depth = 0;
    do {
      int c = window.peek(0);
      if (c == '"') {
        text();
      } else if (c == '{' && entries.isAtEntry()) {
        return;
      } else if (c == '{' || c == '[') {
        depth++;
      } else if (c == '}' || c == ']') {
        depth--;
      } else if (!ValueScanner.isOutsideText(c)) {
        toNextMember();
        return;
      }
      window.drop(c < 0 ? 0 : 1);
    } while (depth > 0);
  }

  /** Goes to the closing quote. */
  private void text() throws IOException {
    window.drop(1);
    for (int c = window.peek(0); c >= 0 && c != '"'; c = window.peek(0)) {
      window.drop(c == '\\' && window.peek(1) >= 0 ? 2 : 1);
    }
  }

  /** Goes on, at least one byte, to where a member, an object or an entry must begin. */
  void toNextMember() throws IOException {
    int before = -1;
    for (int c = window.peek(0); c >= 0; c = window.peek(0)) {
      before = JsonBytes.isBlank(c) ? before : c;
      window.drop(1);
      if (begins(before)) {
        return;
      }
    }
  }

  private boolean begins(int before) throws IOException {
    int c = window.peek(0);
    if (c == '"') {
      return (before == ',' || before == '{') && JsonBytes.afterName(window, 0) >= 0;
    }
    boolean element =
        (before == ',' || before == '[')
            && JsonBytes.afterName(window, JsonBytes.afterBlanks(window, 1)) >= 0;
    return c == '{' && (element || entries.isAtEntry());
  }
}
