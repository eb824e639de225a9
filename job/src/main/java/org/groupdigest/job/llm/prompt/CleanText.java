package org.groupdigest.job.llm.prompt;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Makes any text fit to stand in a line of data: one line, no column marks, no fence, nothing
 * invisible. What is left reads as before. Takes time in proportion to the text.
 */
final class CleanText {

  /**
   * Controls, zero-width and bidirectional marks, unpaired surrogates, private characters, and the
   * variation selectors that can carry a hidden message.
   */
  private static final Pattern INVISIBLE =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\x{E0100}-\\x{E01EF}&&[^\\s\\x85]]++");

  private static final Pattern WHITE = Pattern.compile("[\\s\\p{Z}\\x85]++");

  /** Every line break there is, also those of Unicode alone. */
  private static final Pattern BREAK = Pattern.compile("[\\r\\n\\x0B\\f\\x85\\u2028\\u2029]");

  private static final Pattern OPENING = Pattern.compile("<{3,}+");
  private static final Pattern CLOSING = Pattern.compile(">{3,}+");

  private CleanText() {}

  /** A text for a column, perhaps empty; null counts as empty. */
  static String column(String text) {
    if (text == null || text.isEmpty()) {
      return "";
    }
    String visible = INVISIBLE.matcher(text).replaceAll("").strip();
    String line = WHITE.matcher(visible).replaceAll(CleanText::blank).replace('|', '¦');
    return replaceRuns(CLOSING, replaceRuns(OPENING, line, "‹"), "›").strip();
  }

  /** A text for the first column: it cannot begin a section or a group either. */
  static String firstColumn(String text) {
    String column = column(text);
    return column.startsWith("#") ? "＃" + column.substring(1) : column;
  }

  private static String blank(MatchResult white) {
    return BREAK.matcher(white.group()).find() ? " / " : " ";
  }

  private static String replaceRuns(Pattern runs, String text, String with) {
    return runs.matcher(text).replaceAll(match -> with.repeat(match.group().length()));
  }
}
