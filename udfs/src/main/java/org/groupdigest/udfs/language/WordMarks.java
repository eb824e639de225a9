package org.groupdigest.udfs.language;

/**
 * Marks that belong to the letter before them: vowel signs and viramas of Indic and other scripts,
 * without which a word would fall into single letters. Accents that are written apart from Latin,
 * Greek and Cyrillic letters, and marks that shape emoji, are not among them.
 */
public final class WordMarks {

  private static final int FIRST = 0x0591;
  private static final int COMBINING_LATIN = 0x1AB0;
  private static final int AFTER_COMBINING_LATIN = 0x1B00;
  private static final int PHONETIC = 0x1D00;
  private static final int KANA_VOICED = 0x3099;
  private static final int KANA_SEMI_VOICED = 0x309A;
  private static final int INDIC_EXTENDED = 0xA800;
  private static final int AFTER_INDIC_EXTENDED = 0xAC00;
  private static final int OLD_INDIC = 0x10A00;
  private static final int AFTER_OLD_INDIC = 0x12000;

  private WordMarks() {}

  /** Whether a code point is such a mark. */
  public static boolean isMark(int codePoint) {
    if (codePoint < FIRST || !isInMarkedScript(codePoint)) {
      return false;
    }
    int type = Character.getType(codePoint);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  private static boolean isInMarkedScript(int codePoint) {
    return codePoint < COMBINING_LATIN
        || (codePoint >= AFTER_COMBINING_LATIN && codePoint < PHONETIC)
        || codePoint == KANA_VOICED
        || codePoint == KANA_SEMI_VOICED
        || (codePoint >= INDIC_EXTENDED && codePoint < AFTER_INDIC_EXTENDED)
        || (codePoint >= OLD_INDIC && codePoint < AFTER_OLD_INDIC);
  }
}
