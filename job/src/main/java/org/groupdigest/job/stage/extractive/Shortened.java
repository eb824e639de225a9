package org.groupdigest.job.stage.extractive;

/** Shortens a sentence where it can bear it. */
final class Shortened {

  private static final double LEAST_PART = 0.4;

  private Shortened() {}

  /**
   * The text without its full stop, at most so long: cut at the last clause boundary that leaves
   * enough, else at a word with an ellipsis.
   *
   * @param longest UTF-16 units
   */
  static String atClause(String text, int longest) {
    String plain = text.replaceFirst("(?<!\\.)\\.$", "");
    if (plain.length() <= longest) {
      return plain;
    }
    String head = plain.substring(0, longest);
    int clause = -1;
    for (String mark : new String[] {". ", "; ", ", ", ": ", " — ", " – ", " - ", " ("}) {
      clause = Math.max(clause, head.lastIndexOf(mark));
    }
    if (clause >= longest * LEAST_PART) {
      return head.substring(0, clause).strip();
    }
    int space = head.lastIndexOf(' ', longest - 2);
    return head.substring(0, space > 0 ? space : longest - 1).strip() + "…";
  }
}
