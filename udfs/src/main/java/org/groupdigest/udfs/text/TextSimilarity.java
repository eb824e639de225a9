package org.groupdigest.udfs.text;

import java.util.HashMap;
import java.util.Map;

/**
 * Cosine over token counts: dot / (sqrt(|a|²) * sqrt(|b|²)); a text without tokens has norm 1 and
 * so similarity 0 to everything.
 */
public final class TextSimilarity {

  private TextSimilarity() {}

  /** Similarity of two texts in 0..1 (a rounding error may put equal texts just above 1). */
  public static double cosine(String a, String b) {
    return cosine(counts(a), counts(b));
  }

  /** Similarity of two count vectors. */
  public static double cosine(Map<String, Integer> a, Map<String, Integer> b) {
    Map<String, Integer> small = a.size() <= b.size() ? a : b;
    Map<String, Integer> large = a.size() <= b.size() ? b : a;
    long dot = 0;
    for (Map.Entry<String, Integer> entry : small.entrySet()) {
      dot += (long) entry.getValue() * large.getOrDefault(entry.getKey(), 0);
    }
    return dot / (norm(a) * norm(b));
  }

  /** How often each token of a text occurs. */
  public static Map<String, Integer> counts(String text) {
    Map<String, Integer> counts = new HashMap<>();
    for (String token : Tokens.of(text)) {
      counts.merge(token, 1, Integer::sum);
    }
    return counts;
  }

  private static double norm(Map<String, Integer> counts) {
    long sum = 0;
    for (int count : counts.values()) {
      sum += (long) count * count;
    }
    return sum == 0 ? 1.0 : Math.sqrt((double) sum);
  }
}
