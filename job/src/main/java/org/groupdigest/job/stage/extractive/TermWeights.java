package org.groupdigest.job.stage.extractive;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * TF-IDF: weight = (1 + ln tf) * ln(1 + n / df), over a set of documents given by their stems.
 * Vectors have length 1.
 */
final class TermWeights {

  private final Map<String, Integer> documentCounts;
  private final int documents;

  private TermWeights(Map<String, Integer> documentCounts, int documents) {
    this.documentCounts = documentCounts;
    this.documents = documents;
  }

  static TermWeights of(List<List<String>> documents) {
    Map<String, Integer> counts = new HashMap<>();
    for (List<String> document : documents) {
      new HashSet<>(document).forEach(stem -> counts.merge(stem, 1, Integer::sum));
    }
    return new TermWeights(counts, documents.size());
  }

  /** How telling a stem is: ln(1 + n / df); as if it were in one document when it is in none. */
  double idf(String stem) {
    return Math.log(1 + documents / (double) Math.max(1, documentCounts.getOrDefault(stem, 0)));
  }

  /** The vector of some stems, repeats counted. */
  SparseVector vector(List<String> stems) {
    Map<String, Integer> counts = new HashMap<>();
    stems.forEach(stem -> counts.merge(stem, 1, Integer::sum));
    TreeMap<String, Double> weights = new TreeMap<>();
    counts.forEach((stem, count) -> weights.put(stem, (1 + Math.log(count)) * idf(stem)));
    return new SparseVector(weights).unit();
  }

  List<SparseVector> vectors(List<List<String>> stems) {
    return stems.stream().map(this::vector).toList();
  }
}
