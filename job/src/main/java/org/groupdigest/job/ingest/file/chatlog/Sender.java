package org.groupdigest.job.ingest.file.chatlog;

/** Name that stands between the time and the text of a message. */
public final class Sender {

  private static final int MAX_LENGTH = 150;

  private Sender() {}

  /** Place of the colon that ends the name in a text without its stamp, or -1. */
  public static int end(String rest) {
    int line = rest.indexOf('\n');
    int limit = Math.min(line < 0 ? rest.length() : line, MAX_LENGTH);
    for (int colon = rest.indexOf(':'); colon >= 0; colon = rest.indexOf(':', colon + 1)) {
      if (colon > limit) {
        return -1;
      }
      if (colon > 0 && (colon + 1 >= rest.length() || isBlank(rest.charAt(colon + 1)))) {
        return colon;
      }
    }
    return -1;
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  /** The name behind a stamp, or null. */
  static String of(String line, int restAt) {
    String rest = line.substring(Math.min(restAt, line.length()));
    int end = end(rest);
    return end < 0 ? null : DirectionMarks.stripped(rest.substring(0, end));
  }
}
