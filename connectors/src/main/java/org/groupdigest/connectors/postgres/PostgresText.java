package org.groupdigest.connectors.postgres;

import java.util.regex.Pattern;

/**
 * Text as Postgres can keep it: {@code text} and {@code jsonb} take neither U+0000 nor half of a
 * surrogate pair, and chats contain both.
 */
public final class PostgresText {
  private static final char REPLACEMENT = '\uFFFD';

  /** The escape of U+0000, unless its backslash is itself escaped. */
  private static final Pattern ESCAPED_NUL = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\u0000");

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

  /**
   * JSON as {@code jsonb} can keep it: as {@link #storable}, and without the escape of U+0000.
   *
   * @param json as Jackson writes it: surrogates are characters, not escapes
   */
  public static String storableJson(String json) {
    return storable(ESCAPED_NUL.matcher(json).replaceAll("$1"));
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
