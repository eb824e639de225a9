package org.groupdigest.job.ingest;

/** Makes any Java string safe to store: PostgreSQL takes no NUL, UTF-8 no lone surrogate. */
final class CleanText {

  private static final char REPLACEMENT = '\uFFFD';

  private CleanText() {}

  /** The text without NUL characters, lone surrogates replaced by U+FFFD. */
  static String of(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0 || Character.isSurrogate(c)) {
        return cleaned(text);
      }
    }
    return text;
  }

  /** Whether a reader would see nothing: blanks, control and format characters only. */
  static boolean isInvisible(String text) {
    return text.codePoints().allMatch(CleanText::isInvisible);
  }

  private static boolean isInvisible(int codePoint) {
    int type = Character.getType(codePoint);
    return Character.isWhitespace(codePoint)
        || Character.isSpaceChar(codePoint)
        || type == Character.CONTROL
        || type == Character.FORMAT;
  }

  private static String cleaned(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints()
        .filter(codePoint -> codePoint != 0)
        .map(codePoint -> isLoneSurrogate(codePoint) ? REPLACEMENT : codePoint)
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }

  private static boolean isLoneSurrogate(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }
}
