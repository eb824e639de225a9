package org.groupdigest.job.stage.extractive;

import org.groupdigest.job.model.text.CleanText;
import org.groupdigest.udfs.language.UnspacedWords;

/** Shortens a sentence where it can bear it. */
final class Shortened {

  private static final double LEAST_PART = 0.4;

  /** An ideograph or a sign of kana says about as much as so many letters. */
  private static final int LETTERS_OF_A_SIGN = 3;

  private static final String[] CLAUSE_ENDS = {
    ". ", "; ", ", ", ": ", " — ", " – ", " - ", " (", "。", "；", "，", "、", "：", "（", "، ", "। "
  };

  private Shortened() {}

  /** Length of a text in letters, East Asian signs weighed by what they say. */
  static int letters(String text) {
    return text.codePoints()
        .map(point -> UnspacedWords.isEastAsian(point) ? LETTERS_OF_A_SIGN : 1)
        .sum();
  }

  /** The text with a capital first letter; scripts without capitals in running text have none. */
  static String capitalised(String text) {
    int first = text.codePointAt(0);
    return Character.toString(Character.toTitleCase(first))
        + text.substring(Character.charCount(first));
  }

  /**
   * The text without its full stop, at most so long: cut at the last clause boundary that leaves
   * enough, else at a word with an ellipsis, in scripts without blanks between two characters.
   *
   * @param longest UTF-16 units
   */
  static String atClause(String text, int longest) {
    String plain = text.replaceFirst("(?:(?<!\\.)\\.|[。।։።។။])$", "");
    if (plain.length() <= longest) {
      return plain;
    }
    String head = plain.substring(0, longest);
    int clause = -1;
    for (String mark : CLAUSE_ENDS) {
      clause = Math.max(clause, head.lastIndexOf(mark));
    }
    if (clause >= longest * LEAST_PART) {
      return head.substring(0, clause).strip();
    }
    int space = head.lastIndexOf(' ', longest - 2);
    boolean far =
        space < longest * LEAST_PART && head.codePoints().anyMatch(UnspacedWords::isUnspaced);
    return space > 0 && !far
        ? head.substring(0, space).strip() + "…"
        : CleanText.clip(plain, longest);
  }
}
