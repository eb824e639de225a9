package org.groupdigest.udfs.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.groupdigest.udfs.language.UnspacedWords;
import org.groupdigest.udfs.language.WidthForms;
import org.groupdigest.udfs.language.WordMarks;

/**
 * The product's idea of a word: a run of two or more letters or digits in any script, lower-cased.
 * A run is measured in code points; vowel signs belong to the letter before them. In scripts that
 * are written without blanks a run is cut into the words of a dictionary, an ideograph alone being
 * a word. Letters and digits of full or half width count as the ordinary ones.
 */
public final class Tokens {

  private static final int MIN_CODE_POINTS = 2;

  private Tokens() {}

  /** The tokens of a text, in order, repeats included; empty for null. */
  public static List<String> of(String text) {
    List<String> tokens = new ArrayList<>();
    if (text == null) {
      return tokens;
    }
    for (int at = 0; at < text.length(); ) {
      int codePoint = text.codePointAt(at);
      at =
          Character.isLetterOrDigit(codePoint)
              ? addRun(tokens, text, at)
              : at + Character.charCount(codePoint);
    }
    return tokens;
  }

  /** Adds the run that starts here and says where it ends. */
  private static int addRun(List<String> tokens, String text, int start) {
    int end = start;
    int codePoints = 0;
    boolean plain = true;
    while (end < text.length()) {
      int codePoint = text.codePointAt(end);
      if (!Character.isLetterOrDigit(codePoint) && !WordMarks.isMark(codePoint)) {
        break;
      }
      end += Character.charCount(codePoint);
      codePoints++;
      plain = plain && (codePoint < UnspacedWords.LOWEST || isPlain(codePoint));
    }
    if (!plain) {
      addWords(tokens, text, start, end);
    } else if (codePoints >= MIN_CODE_POINTS) {
      tokens.add(text.substring(start, end).toLowerCase(Locale.ROOT));
    }
    return end;
  }

  private static boolean isPlain(int codePoint) {
    return !UnspacedWords.isUnspaced(codePoint) && !WidthForms.isOne(codePoint);
  }

  private static void addWords(List<String> tokens, String text, int start, int end) {
    for (int[] span : UnspacedWords.of(text, start, end)) {
      String word = text.substring(span[0], span[1]);
      int first = word.codePointAt(0);
      if (word.codePointCount(0, word.length()) >= MIN_CODE_POINTS
          || Character.isIdeographic(first)) {
        tokens.add(WidthForms.folded(word).toLowerCase(Locale.ROOT));
      }
    }
  }
}
