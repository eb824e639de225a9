package org.groupdigest.udfs.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The product's idea of a word: a run of two or more letters or digits in any script, lower-cased.
 * A run is measured in code points.
 */
public final class Tokens {

  private Tokens() {}

  /** The tokens of a text, in order, repeats included; empty for null. */
  public static List<String> of(String text) {
    List<String> tokens = new ArrayList<>();
    if (text == null) {
      return tokens;
    }
    int start = -1;
    int codePoints = 0;
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      if (Character.isLetterOrDigit(codePoint)) {
        start = start < 0 ? i : start;
        codePoints++;
      } else {
        addRun(tokens, text, start, i, codePoints);
        start = -1;
        codePoints = 0;
      }
      i += Character.charCount(codePoint);
    }
    addRun(tokens, text, start, text.length(), codePoints);
    return tokens;
  }

  private static void addRun(List<String> tokens, String text, int start, int end, int codePoints) {
    if (start >= 0 && codePoints >= 2) {
      tokens.add(text.substring(start, end).toLowerCase(Locale.ROOT));
    }
  }
}
