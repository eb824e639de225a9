package org.groupdigest.job.ingest.file.chatlog;

/**
 * The first characters of a line as a reader sees them: without marks of direction, with plain
 * blanks and with digits of any script as 0 to 9. Knows where each stood.
 */
final class LineStart {

  /** Longer than any stamp. */
  private static final int LENGTH = 56;

  private final String text;
  private final int[] places;

  private LineStart(String text, int[] places) {
    this.text = text;
    this.places = places;
  }

  static LineStart of(String line) {
    int length = Math.min(line.length(), LENGTH);
    StringBuilder text = new StringBuilder(length);
    int[] places = new int[length + 1];
    for (int i = 0; i < length; i++) {
      char c = line.charAt(i);
      if (!DirectionMarks.isMark(c)) {
        places[text.length()] = i;
        text.append(plain(c));
      }
    }
    places[text.length()] = length;
    return new LineStart(text.toString(), places);
  }

  private static char plain(char c) {
    if (c < 0x80) {
      return c;
    }
    if (Character.isSpaceChar(c)) {
      return ' ';
    }
    int digit = Character.isDigit(c) ? Character.digit(c, 10) : -1;
    return digit >= 0 ? (char) ('0' + digit) : c;
  }

  String text() {
    return text;
  }

  /** Whether it is worth a closer look. */
  boolean mayBeStamp() {
    return text.length() > 10 && (text.charAt(0) == '[' || isDigit(text.charAt(0)));
  }

  /** The place in the line of a place in the text. */
  int original(int at) {
    return places[at];
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
