package org.groupdigest.job.stage.extractive;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * ROUGE-1, -2 and -L F1 (Lin, 2004) over lower-cased {@code [a-z0-9]+} tokens, no stemming, one
 * longest common subsequence over the whole text.
 */
final class Rouge {

  private Rouge() {}

  /** The three scores in 0..100. */
  static double[] score(String summary, String reference) {
    List<String> ours = tokens(summary);
    List<String> wanted = tokens(reference);
    return new double[] {
      overlap(ours, wanted, 1),
      overlap(ours, wanted, 2),
      f1(common(ours, wanted), ours.size(), wanted.size())
    };
  }

  private static List<String> tokens(String text) {
    List<String> tokens = new ArrayList<>();
    for (String token : text.toLowerCase(Locale.ROOT).split("[^a-z0-9]+")) {
      if (!token.isEmpty()) {
        tokens.add(token);
      }
    }
    return tokens;
  }

  private static double overlap(List<String> ours, List<String> wanted, int size) {
    Map<List<String>, Integer> left = grams(wanted, size);
    int shared = 0;
    for (Map.Entry<List<String>, Integer> gram : grams(ours, size).entrySet()) {
      shared += Math.min(gram.getValue(), left.getOrDefault(gram.getKey(), 0));
    }
    return f1(shared, Math.max(0, ours.size() - size + 1), Math.max(0, wanted.size() - size + 1));
  }

  private static Map<List<String>, Integer> grams(List<String> tokens, int size) {
    Map<List<String>, Integer> grams = new HashMap<>();
    for (int i = 0; i + size <= tokens.size(); i++) {
      grams.merge(tokens.subList(i, i + size), 1, Integer::sum);
    }
    return grams;
  }

  private static int common(List<String> a, List<String> b) {
    int[] before = new int[b.size() + 1];
    for (String one : a) {
      int[] now = new int[b.size() + 1];
      for (int j = 0; j < b.size(); j++) {
        now[j + 1] = one.equals(b.get(j)) ? before[j] + 1 : Math.max(before[j + 1], now[j]);
      }
      before = now;
    }
    return before[b.size()];
  }

  private static double f1(int shared, int ours, int wanted) {
    return shared == 0 ? 0 : 200.0 * shared / (ours + wanted);
  }
}
