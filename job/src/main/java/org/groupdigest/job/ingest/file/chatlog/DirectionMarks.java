package org.groupdigest.job.ingest.file.chatlog;

/** Characters that nobody sees: marks of direction and of byte order. */
public final class DirectionMarks {

  private DirectionMarks() {}

  /** Whether a character is one. */
  public static boolean isMark(char c) {
    return c >= 0x061C
        && (c == 0x061C
            || c == 0x200E
            || c == 0x200F
            || (c >= 0x202A && c <= 0x202E)
            || (c >= 0x2066 && c <= 0x2069)
            || c == 0xFEFF);
  }

  /** Whether a text starts with one. */
  public static boolean isMarked(String text) {
    return !text.isEmpty() && isMark(text.charAt(0));
  }

  /** The text without any. */
  public static String removed(String text) {
    if (text.chars().noneMatch(c -> isMark((char) c))) {
      return text;
    }
    StringBuilder plain = new StringBuilder(text.length());
    text.chars().filter(c -> !isMark((char) c)).forEach(c -> plain.append((char) c));
    return plain.toString();
  }

  /** The text without those at its start and end and the blanks there. */
  public static String stripped(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isBlank(text.charAt(from))) {
      from++;
    }
    while (to > from && isBlank(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  private static boolean isBlank(char c) {
    return isMark(c) || Character.isWhitespace(c) || Character.isSpaceChar(c);
  }
}
