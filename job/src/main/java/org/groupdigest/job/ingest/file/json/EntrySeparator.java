package org.groupdigest.job.ingest.file.json;

import java.io.IOException;

/**
 * The bytes behind an entry that has all its brackets. They tell whether it is whole: one that a
 * damaged bracket ends too early goes on behind it.
 */
final class EntrySeparator {

  /** How far behind an entry the next one may start when what is between is damaged. */
  private static final int NEAR = 64;

  /** How far the names that an entry starts with are looked for when its bracket is damaged. */
  private static final int FAR = 512;

  private final ByteWindow window;
  private final EntryStart start;
  private int junk;
  private boolean missing;
  private boolean damaged;

  EntrySeparator(ByteWindow window, EntryStart start) {
    this.window = window;
    this.start = start;
  }

  /** Bytes behind the entry that are of no use. */
  int junk() {
    return junk;
  }

  /** Whether the next entry follows without a comma. */
  boolean isMissing() {
    return missing;
  }

  /** Whether there is more, or other, than a comma. */
  boolean isDamaged() {
    return damaged;
  }

  /** Whether what is behind {@code end} can follow a whole entry. */
  boolean follows(int end) throws IOException {
    junk = 0;
    damaged = false;
    int next = JsonBytes.afterBlanks(window, end);
    int c = window.peek(next);
    missing = c == '{';
    return switch (c) {
      case -1, '{' -> true;
      case ']' -> endsArray(end, next);
      case ',' -> comma(end, JsonBytes.afterBlanks(window, next + 1));
      default -> damaged(end, next);
    };
  }

  /** An early end before a bracket of the entry's own would be taken for the end of the array. */
  private boolean endsArray(int end, int bracket) throws IOException {
    return start.indent(false) < 0
        || start.endsInPlace(window, end)
        || EntryStart.indentBefore(window, bracket) >= 0;
  }

  private boolean comma(int end, int next) throws IOException {
    int c = window.peek(next);
    damaged = c == ']' || c == ',';
    boolean member = c == '"' && JsonBytes.afterName(window, next) >= 0;
    return !member || start.endsInPlace(window, end) || hasStartOfEntry(next);
  }

  private boolean damaged(int end, int next) throws IOException {
    damaged = true;
    for (int i = next; i < next + NEAR; i++) {
      if (window.peek(i) == ']' || window.peek(i) < 0 || isStart(i)) {
        junk = i - end;
        return true;
      }
      if (JsonBytes.afterName(window, i) >= 0) {
        break;
      }
    }
    return start.endsInPlace(window, end) || hasStartOfEntry(next);
  }

  /** Whether what follows is, before the next entry, the damaged start of one. */
  private boolean hasStartOfEntry(int from) throws IOException {
    for (int i = from; i < from + FAR && window.peek(i) >= 0; i++) {
      int c = window.peek(i);
      if (c == '"' && (start.isFirstName(window, i) || start.isLastName(window, i))) {
        return true;
      }
      if (c == '{' && start.isNamedAt(window, i)) {
        return false;
      }
    }
    return false;
  }

  private boolean isStart(int at) throws IOException {
    int c = window.peek(at);
    return (c == '\n' && start.isOnLineAfter(window, at, true))
        || (c == '{' && start.isNamedAt(window, at))
        || (c == '"' && start.isFirstName(window, at));
  }
}
