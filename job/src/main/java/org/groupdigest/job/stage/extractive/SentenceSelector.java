package org.groupdigest.job.stage.extractive;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Chooses sentences one by one: the best score that is left, lessened by what has been said already
 * (maximal marginal relevance, Carbonell and Goldstein, 1998). Ties go to the earlier sentence.
 */
final class SentenceSelector {

  private static final double TOO_SIMILAR = 0.6;

  private final double redundancyWeight;

  /**
   * @param redundancyWeight how much of a sentence's score is lost for saying nothing new, 0..1
   */
  SentenceSelector(double redundancyWeight) {
    this.redundancyWeight = redundancyWeight;
  }

  /**
   * How much fits.
   *
   * @param sentences most sentences
   * @param words most words of all sentences together
   */
  record Budget(int sentences, int words) {}

  /**
   * Indexes of the chosen sentences, best first.
   *
   * @param stems stems of each sentence
   * @param scores score of each sentence; 0 or less is never chosen
   * @param words length of each sentence in words
   */
  List<Integer> choose(List<List<String>> stems, double[] scores, int[] words, Budget budget) {
    List<Integer> chosen = new ArrayList<>();
    Set<String> said = new HashSet<>();
    int left = budget.words();
    while (chosen.size() < budget.sentences()) {
      int next = best(stems, scores, words, chosen, said, left);
      if (next < 0) {
        break;
      }
      chosen.add(next);
      said.addAll(stems.get(next));
      left -= words[next];
    }
    return chosen;
  }

  private int best(
      List<List<String>> stems,
      double[] scores,
      int[] words,
      List<Integer> chosen,
      Set<String> said,
      int left) {
    int best = -1;
    double most = 0;
    for (int i = 0; i < scores.length; i++) {
      if (words[i] > left || scores[i] <= most || chosen.contains(i)) {
        continue;
      }
      double repeated = overlap(stems.get(i), said);
      double gain = scores[i] * (1 - redundancyWeight * repeated);
      if (gain > most && !repeatsOne(stems, chosen, i)) {
        most = gain;
        best = i;
      }
    }
    return best;
  }

  private static boolean repeatsOne(List<List<String>> stems, List<Integer> chosen, int candidate) {
    return chosen.stream()
        .anyMatch(one -> jaccard(stems.get(one), stems.get(candidate)) > TOO_SIMILAR);
  }

  private static double overlap(List<String> stems, Set<String> said) {
    Set<String> own = new HashSet<>(stems);
    return own.isEmpty() ? 0 : own.stream().filter(said::contains).count() / (double) own.size();
  }

  /** Shared stems over all stems of the two, 0..1. */
  static double jaccard(List<String> a, List<String> b) {
    Set<String> union = new HashSet<>(a);
    Set<String> shared = new HashSet<>(a);
    union.addAll(b);
    shared.retainAll(new HashSet<>(b));
    return union.isEmpty() ? 0 : shared.size() / (double) union.size();
  }
}
