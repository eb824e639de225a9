package org.groupdigest.job.sim.answer;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Vectors of texts: words are counted into {@value #DIMENSIONS} buckets by their hash, and the
 * vector has length 1. Texts with words in common are near to each other, which is all that is
 * claimed.
 */
public final class EmbeddingVectors {

  /** Numbers of a vector. */
  public static final int DIMENSIONS = 256;

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]{2,}+");

  private EmbeddingVectors() {}

  /** The vector of a text; all zero when it has no word. */
  public static double[] of(String text) {
    double[] vector = new double[DIMENSIONS];
    Matcher word = WORD.matcher(text.toLowerCase(Locale.ROOT));
    while (word.find()) {
      vector[Math.floorMod(word.group().hashCode() * 0x9E3779B9, DIMENSIONS)]++;
    }
    double squares = 0;
    for (double one : vector) {
      squares += one * one;
    }
    for (int i = 0; squares > 0 && i < DIMENSIONS; i++) {
      vector[i] /= Math.sqrt(squares);
    }
    return vector;
  }
}
