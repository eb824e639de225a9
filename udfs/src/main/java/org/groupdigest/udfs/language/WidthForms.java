package org.groupdigest.udfs.language;

import java.text.Normalizer;

/** Letters and digits of full or half width, as East Asian keyboards make them. */
public final class WidthForms {

  private static final int FIRST = 0xFF00;
  private static final int LAST = 0xFFEF;

  private WidthForms() {}

  /** Whether a code point is one of them. */
  public static boolean isOne(int codePoint) {
    return codePoint >= FIRST && codePoint <= LAST;
  }

  /** The word in ordinary letters: {@code ２ＧＢ} is {@code 2GB}. */
  public static String folded(String word) {
    return word.chars().anyMatch(WidthForms::isOne)
        ? Normalizer.normalize(word, Normalizer.Form.NFKC)
        : word;
  }
}
