package org.groupdigest.job.ingest.file.json;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The look of the start of an entry, by which the next one is found where the structure is broken:
 * the indentation of a printed file, which no text can have (a line feed in it is escaped), and the
 * names that an entry starts with, which no text can have either (their quotes are escaped).
 */
final class EntryStart {

  private static final int MAX_VALUE = 200;

  private List<byte[]> names;
  private boolean given;
  private boolean learned;
  private int indent = -1;
  private int likelyIndent = -1;

  EntryStart(List<String> names) {
    this.names = names.stream().map(name -> name.getBytes(StandardCharsets.UTF_8)).toList();
    this.given = !names.isEmpty();
  }

  /** An array of entries begins: its indentation is not known. */
  void forget() {
    indent = -1;
    likelyIndent = -1;
  }

  /** An entry starts with this indentation, -1 for none; it counts when its end has it, too. */
  void opens(int indentation) {
    likelyIndent = indentation;
  }

  /** The entry at the start of the window ends before {@code end} and is whole. */
  void closed(ByteWindow window, int end) throws IOException {
    if (likelyIndent >= 0 && indentBefore(window, end - 1) == likelyIndent) {
      indent = likelyIndent;
    }
    if (!learned && window.peek(0) == '{') {
      List<byte[]> found = firstNames(window);
      learned = !found.isEmpty();
      given &= !learned || areSame(names, found);
      names = learned ? found : names;
    }
  }

  /** Whether an entry that ends before {@code end} ends where it, or all others, began. */
  boolean endsInPlace(ByteWindow window, int end) throws IOException {
    int width = indentBefore(window, end - 1);
    return width >= 0 && (width == indent || width == likelyIndent);
  }

  /** Indentation that entries are known, or with {@code likely} thought, to have; or -1. */
  int indent(boolean likely) {
    return indent < 0 && likely ? likelyIndent : indent;
  }

  /** Whether behind the line feed at a place the line of an entry's start follows. */
  boolean isOnLineAfter(ByteWindow window, int lineFeed, boolean likely) throws IOException {
    int width = indent(likely);
    if (width < 0 || window.peek(lineFeed + 1 + width) != '{') {
      return false;
    }
    for (int i = 1; i <= width; i++) {
      int c = window.peek(lineFeed + i);
      if (c != ' ' && c != '\t') {
        return false;
      }
    }
    return window.peek(JsonBytes.afterBlanks(window, lineFeed + width + 2)) == '"';
  }

  /** Whether the brace at a place opens an entry, by the names behind it. */
  boolean isNamedAt(ByteWindow window, int brace) throws IOException {
    if (names.size() < 2) {
      return false;
    }
    int at = brace + 1;
    for (int i = 0; i < names.size(); i++) {
      at = JsonBytes.afterName(window, JsonBytes.afterBlanks(window, at), names.get(i));
      if (at < 0) {
        return false;
      }
      at = i == names.size() - 1 ? at : afterValue(window, at);
    }
    return true;
  }

  /**
   * Whether the brace at a place opens an entry that is an element of an array; as the value of a
   * name it may be inside of another entry: a message that is quoted.
   */
  boolean isElementAt(ByteWindow window, int brace) throws IOException {
    if (given || !isNamedAt(window, brace)) {
      return given && isNamedAt(window, brace);
    }
    int before = brace - 1;
    while (before > 0 && JsonBytes.isBlank(window.peek(before))) {
      before--;
    }
    return before < 0 || window.peek(before) != ':';
  }

  /** Whether the first name of an entry stands at a place. */
  boolean isFirstName(ByteWindow window, int at) throws IOException {
    return !names.isEmpty() && JsonBytes.afterName(window, at, names.get(0)) >= 0;
  }

  /** Whether the last of the names that an entry starts with stands at a place. */
  boolean isLastName(ByteWindow window, int at) throws IOException {
    return !names.isEmpty() && JsonBytes.afterName(window, at, names.get(names.size() - 1)) >= 0;
  }

  private static boolean areSame(List<byte[]> some, List<byte[]> others) {
    boolean same = some.size() == others.size();
    for (int i = 0; same && i < some.size(); i++) {
      same = Arrays.equals(some.get(i), others.get(i));
    }
    return same;
  }

  private static List<byte[]> firstNames(ByteWindow window) throws IOException {
    List<byte[]> found = new ArrayList<>();
    int at = 1;
    while (found.size() < 3 && at > 0) {
      int name = JsonBytes.afterBlanks(window, at);
      int value = JsonBytes.afterName(window, name);
      if (value < 0) {
        return found.size() < 2 ? List.of() : found;
      }
      int quote = name + 1;
      while (window.peek(quote) != '"') {
        quote++;
      }
      byte[] bytes = new byte[quote - name - 1];
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = (byte) window.peek(name + 1 + i);
      }
      found.add(bytes);
      at = afterValue(window, value);
    }
    return found.size() < 2 ? List.of() : found;
  }

  /** The place behind a short single value and its comma, or -1. */
  private static int afterValue(ByteWindow window, int from) throws IOException {
    int at = JsonBytes.afterBlanks(window, from);
    boolean text = window.peek(at) == '"';
    int i = at + (text ? 1 : 0);
    while (i - at < MAX_VALUE && !endsValue(window.peek(i), text)) {
      i += window.peek(i) == '\\' ? 2 : 1;
    }
    int comma = JsonBytes.afterBlanks(window, text && window.peek(i) == '"' ? i + 1 : i);
    return window.peek(comma) == ',' ? comma + 1 : -1;
  }

  private static boolean endsValue(int c, boolean text) {
    return c < 0 || (text ? c == '"' : c == ',' || c == '{' || c == '[' || c == '}' || c == ']');
  }

  /** Width of the blanks between a line feed and a place; -1 where anything else is before it. */
  static int indentBefore(ByteWindow window, int at) throws IOException {
    int i = at - 1;
    while (i >= 0 && (window.peek(i) == ' ' || window.peek(i) == '\t')) {
      i--;
    }
    return i >= 0 && window.peek(i) == '\n' ? at - 1 - i : -1;
  }
}
