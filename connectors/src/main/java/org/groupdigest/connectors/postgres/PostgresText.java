package org.groupdigest.connectors.postgres;

/**
 * Text as Postgres can keep it: {@code text} and {@code jsonb} take neither U+0000 nor half of a
 * surrogate pair, and chats contain both.
 */
public final class PostgresText {
  private static final char REPLACEMENT = '\uFFFD';

  private PostgresText() {}

  /** Without U+0000, and with U+FFFD for each unpaired surrogate; null stays null. */
  public static String storable(String text) {
    if (text == null || isStorable(text)) {
      return text;
    }
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints()
        .filter(point -> point != 0)
        .map(PostgresText::whole)
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }

  private static boolean isStorable(String text) {
    return text.codePoints().allMatch(point -> point != 0 && !isHalf(point));
  }

  private static int whole(int point) {
    return isHalf(point) ? REPLACEMENT : point;
  }

  private static boolean isHalf(int point) {
    return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
  }
}
