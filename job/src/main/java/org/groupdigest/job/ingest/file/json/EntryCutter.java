package org.groupdigest.job.ingest.file.json;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Finds where a broken entry ends, by the look of what can only stand behind it. */
final class EntryCutter {

  /**
   * A place where the broken entry at the start of the window ends.
   *
   * @param at how far ahead
   * @param behind what is there
   */
  record Cut(int at, Behind behind) {}

  /** What follows a broken entry. */
  enum Behind {
    /** Another entry, or the bracket that ends the array. */
    NEXT,
    /** Another array of entries, or the object that holds it: the end of this one is lost. */
    OTHER_ARRAY,
    /** The end of the stream. */
    NOTHING,
    /** More of it, after as many bytes as an entry may have. */
    MORE
  }

  private final ByteWindow window;
  private final EntryStart start;
  private final List<byte[]> arrays;
  private final int limit;
  private int arrayIndent;
  private String closers = "";

  EntryCutter(ByteWindow window, EntryStart start, List<String> arrays, int limit) {
    this.window = window;
    this.start = start;
    this.arrays = arrays.stream().map(name -> name.getBytes(StandardCharsets.UTF_8)).toList();
    this.limit = limit;
  }

  /**
   * An array of entries begins.
   *
   * @param indent blanks before the line that opens it, or -1
   * @param open closing brackets of everything that is open, the array's first
   */
  void inside(int indent, String open) {
    arrayIndent = indent;
    closers = open;
  }

  /** The first place, from the one given, where something else stands. */
  Cut from(int first) throws IOException {
    for (int i = first; i < limit; i++) {
      int c = window.peek(i);
      if (c < 0) {
        return atEnd(i);
      }
      if ((c == '\n' && endsLine(i)) || (c == '{' && start.isElementAt(window, i))) {
        return new Cut(i, Behind.NEXT);
      }
      if (c == '"' && opensArray(i)) {
        return new Cut(objectBefore(i), Behind.OTHER_ARRAY);
      }
    }
    return new Cut(limit, Behind.MORE);
  }

  private boolean endsLine(int lineFeed) throws IOException {
    return start.isOnLineAfter(window, lineFeed, true) || endsArray(lineFeed);
  }

  /** In a printed file, the bracket that ends the array stands below the line that opened it. */
  private boolean endsArray(int lineFeed) throws IOException {
    int bracket = lineFeed + 1 + arrayIndent;
    return arrayIndent >= 0
        && start.indent(true) > arrayIndent
        && window.peek(bracket) == ']'
        && EntryStart.indentBefore(window, bracket) == arrayIndent;
  }

  private boolean opensArray(int at) throws IOException {
    for (byte[] name : arrays) {
      int value = JsonBytes.afterName(window, at, name);
      if (value >= 0 && window.peek(JsonBytes.afterBlanks(window, value)) == '[') {
        return true;
      }
    }
    return false;
  }

  /** Start of the object that a name is a member of, with single values before it; or the name. */
  private int objectBefore(int name) throws IOException {
    for (int i = name - 1; i > 0; i--) {
      int first = window.peek(i) == '{' ? JsonBytes.afterBlanks(window, i + 1) : -1;
      if (first > 0 && JsonBytes.afterName(window, first) >= 0) {
        return i;
      }
    }
    return name;
  }

  /** At the end of the stream, what closes the array and all around it is not the entry's. */
  private Cut atEnd(int end) throws IOException {
    int open = closers.length();
    for (int at = end; at > 1; at--) {
      if (open == 0) {
        return new Cut(at, Behind.NEXT);
      }
      int c = window.peek(at - 1);
      if (c == closers.charAt(open - 1)) {
        open--;
      } else if (!JsonBytes.isBlank(c)) {
        break;
      }
    }
    return new Cut(end, Behind.NOTHING);
  }
}
