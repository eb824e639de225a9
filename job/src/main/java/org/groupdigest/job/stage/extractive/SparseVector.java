package org.groupdigest.job.stage.extractive;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * A vector over stems. Kept in the order of its stems, so that sums come out the same to the last
 * digit each time.
 *
 * @param weights weight by stem
 */
record SparseVector(TreeMap<String, Double> weights) {

  /** The sum of some vectors. */
  static SparseVector sum(Collection<SparseVector> vectors) {
    TreeMap<String, Double> sum = new TreeMap<>();
    for (SparseVector vector : vectors) {
      vector.weights.forEach((stem, weight) -> sum.merge(stem, weight, Double::sum));
    }
    return new SparseVector(sum);
  }

  double dot(SparseVector other) {
    boolean smaller = weights.size() <= other.weights.size();
    TreeMap<String, Double> few = smaller ? weights : other.weights;
    TreeMap<String, Double> many = smaller ? other.weights : weights;
    double dot = 0;
    for (Map.Entry<String, Double> entry : few.entrySet()) {
      Double weight = many.get(entry.getKey());
      dot += weight == null ? 0 : weight * entry.getValue();
    }
    return dot;
  }

  /** The same direction with length 1; an empty vector stays as it is. */
  SparseVector unit() {
    double norm = Math.sqrt(dot(this));
    if (norm == 0) {
      return this;
    }
    TreeMap<String, Double> unit = new TreeMap<>();
    weights.forEach((stem, weight) -> unit.put(stem, weight / norm));
    return new SparseVector(unit);
  }
}
