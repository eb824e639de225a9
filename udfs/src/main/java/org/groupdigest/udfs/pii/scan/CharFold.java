package org.groupdigest.udfs.pii.scan;

import java.text.Normalizer;

/**
 * Reduces the many ways to write a character to the one that detectors expect: digits of all
 * scripts to 0-9, full-width and mathematical letters to ASCII, all spaces to a blank, all dashes
 * to a hyphen. Invisible characters vanish.
 */
final class CharFold {

  /** The result for a character that is left out. */
  static final int NOTHING = -1;

  private static final int FULL_WIDTH_OFFSET = 0xFEE0;

  private CharFold() {}

  /** The folded code point, or {@link #NOTHING}. */
  static int fold(int codePoint) {
    if (codePoint < 0x80 || isPlainLetter(codePoint)) {
      return codePoint;
    }
    if (isInvisible(codePoint)) {
      return NOTHING;
    }
    int digit = Character.digit(codePoint, 10);
    if (digit >= 0) {
      return '0' + digit;
    }
    return foldSymbol(codePoint);
  }

  /** Latin, Greek and Cyrillic: nothing in these blocks is folded. */
  static boolean isPlainLetter(int codePoint) {
    return codePoint >= 0xC0 && codePoint < 0x530;
  }

  private static int foldSymbol(int codePoint) {
    if (Character.isSpaceChar(codePoint)) {
      return ' ';
    }
    if (Character.getType(codePoint) == Character.DASH_PUNCTUATION || codePoint == 0x2212) {
      return '-';
    }
    if (codePoint >= 0xFF01 && codePoint <= 0xFF5E) {
      return codePoint - FULL_WIDTH_OFFSET;
    }
    if (codePoint == 0x2024 || codePoint == 0x3002 || codePoint == 0xFF61) {
      return '.';
    }
    return isMathematicalLetter(codePoint) ? compatible(codePoint) : codePoint;
  }

  /** Format characters, variation selectors and the frame of keycap emoji. */
  private static boolean isInvisible(int codePoint) {
    return Character.getType(codePoint) == Character.FORMAT
        || (codePoint >= 0xFE00 && codePoint <= 0xFE0F)
        || codePoint == 0x20E3;
  }

  private static boolean isMathematicalLetter(int codePoint) {
    return codePoint >= 0x1D400 && codePoint <= 0x1D7FF;
  }

  private static int compatible(int codePoint) {
    return Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKC).codePointAt(0);
  }
}
