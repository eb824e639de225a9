package org.groupdigest.job.context.thread.training;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Measures of how alike two clusterings of the same messages are, in percent. */
final class TalkMeasures {

  private TalkMeasures() {}

  /** How many elements two sets share. */
  static int common(Set<String> a, Set<String> b) {
    int common = 0;
    for (String element : a) {
      common += b.contains(element) ? 1 : 0;
    }
    return common;
  }

  /** 100 (1 - VI / log2 n), with VI = H(found|gold) + H(gold|found) (Meila 2007). */
  static double scaledVariation(List<Set<String>> gold, List<Set<String>> found) {
    double total = total(gold);
    if (total < 2) {
      return 100;
    }
    double variation = 0;
    for (Cell cell : cells(gold, found)) {
      double joint = cell.common() / total;
      variation -= joint * log2(cell.common() / (double) cell.gold());
      variation -= joint * log2(cell.common() / (double) cell.found());
    }
    return 100 - 100 * variation / log2(total);
  }

  /** 100 times the Rand index adjusted for chance (Hubert and Arabie 1985). */
  static double adjustedRand(List<Set<String>> gold, List<Set<String>> found) {
    double both = cells(gold, found).stream().mapToDouble(cell -> pairs(cell.common())).sum();
    double inGold = gold.stream().mapToDouble(talk -> pairs(talk.size())).sum();
    double inFound = found.stream().mapToDouble(talk -> pairs(talk.size())).sum();
    double chance = inGold * inFound / Math.max(1, pairs(total(gold)));
    double most = (inGold + inFound) / 2;
    return most == chance ? 100 : 100 * (both - chance) / (most - chance);
  }

  /** F1, in percent, of the found conversations of two or more that are exactly right. */
  static double exactF1(List<Set<String>> gold, List<Set<String>> found) {
    Set<Set<String>> exact = new HashSet<>(found);
    long hits = gold.stream().filter(talk -> talk.size() > 1 && exact.contains(talk)).count();
    long all =
        gold.stream().filter(talk -> talk.size() > 1).count()
            + found.stream().filter(talk -> talk.size() > 1).count();
    return all == 0 ? 0 : 200.0 * hits / all;
  }

  private record Cell(int common, int gold, int found) {}

  private static List<Cell> cells(List<Set<String>> gold, List<Set<String>> found) {
    Map<String, Integer> foundOf = new HashMap<>();
    for (int i = 0; i < found.size(); i++) {
      for (String id : found.get(i)) {
        foundOf.put(id, i);
      }
    }
    return gold.stream()
        .flatMap(
            talk -> {
              Map<Integer, Integer> counts = new HashMap<>();
              talk.forEach(id -> counts.merge(foundOf.get(id), 1, Integer::sum));
              return counts.entrySet().stream()
                  .map(e -> new Cell(e.getValue(), talk.size(), found.get(e.getKey()).size()));
            })
        .toList();
  }

  private static int total(List<Set<String>> talks) {
    return talks.stream().mapToInt(Set::size).sum();
  }

  private static double pairs(double n) {
    return n * (n - 1) / 2;
  }

  private static double log2(double x) {
    return Math.log(x) / Math.log(2);
  }
}
