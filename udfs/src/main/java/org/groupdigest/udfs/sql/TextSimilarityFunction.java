package org.groupdigest.udfs.sql;

import org.apache.flink.table.functions.ScalarFunction;
import org.groupdigest.udfs.text.TextSimilarity;

/**
 * {@code TEXT_SIMILARITY(a, b)}: cosine over token counts, 0 to 1, as the context service uses it
 * to find duplicates ({@link TextSimilarity}); NULL if either text is NULL.
 */
public class TextSimilarityFunction extends ScalarFunction {

  private static final long serialVersionUID = 1L;

  /** Similarity of two texts; a rounding error above 1 is cut off. */
  public Double eval(String a, String b) {
    return a == null || b == null ? null : Math.min(1.0, TextSimilarity.cosine(a, b));
  }
}
