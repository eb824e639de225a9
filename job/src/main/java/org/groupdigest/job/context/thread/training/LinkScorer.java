package org.groupdigest.job.context.thread.training;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compares found links with annotated ones, log by log, and sums up. Only annotated messages count;
 * one that starts a conversation is a link to itself.
 */
public final class LinkScorer {

  private final List<Set<String>> goldTalks = new ArrayList<>();
  private final List<Set<String>> foundTalks = new ArrayList<>();
  private int messages;
  private int hits;
  private int goldLinks;
  private int foundLinks;
  private int paired;

  /**
   * Adds a log.
   *
   * @param log the annotation
   * @param found by message id: the parent, or null
   */
  public void add(AnnotatedLog log, Map<String, String> found) {
    Map<String, Set<String>> foundParents = new LinkedHashMap<>();
    log.parents()
        .forEach(
            (id, gold) -> {
              String parent = found.get(id) == null ? id : found.get(id);
              foundParents.put(id, Set.of(parent));
              hits += gold.contains(parent) ? 1 : 0;
              goldLinks += gold.size();
            });
    messages += foundParents.size();
    foundLinks += foundParents.size();
    List<Set<String>> gold = talks(log.parents());
    List<Set<String>> own = talks(foundParents);
    paired += BestPairing.of(overlaps(gold, own));
    addNamed(goldTalks, gold);
    addNamed(foundTalks, own);
  }

  /** Scores of everything added. */
  public LinkScores scores() {
    return new LinkScores(
        messages,
        percent(hits, foundLinks),
        percent(hits, goldLinks),
        TalkMeasures.scaledVariation(goldTalks, foundTalks),
        percent(paired, messages),
        TalkMeasures.adjustedRand(goldTalks, foundTalks),
        TalkMeasures.exactF1(goldTalks, foundTalks));
  }

  /** Messages of different logs must not meet: each log adds its number to the ids. */
  private void addNamed(List<Set<String>> all, List<Set<String>> talks) {
    for (Set<String> talk : talks) {
      Set<String> named = new HashSet<>();
      talk.forEach(id -> named.add(messages + "/" + id));
      all.add(named);
    }
  }

  private static double percent(int part, int whole) {
    return whole == 0 ? 0 : 100.0 * part / whole;
  }

  private static int[][] overlaps(List<Set<String>> rows, List<Set<String>> columns) {
    int[][] overlaps = new int[rows.size()][columns.size()];
    for (int row = 0; row < overlaps.length; row++) {
      for (int column = 0; column < columns.size(); column++) {
        overlaps[row][column] = TalkMeasures.common(rows.get(row), columns.get(column));
      }
    }
    return overlaps;
  }

  /** Connected components, cut to the annotated messages. */
  private static List<Set<String>> talks(Map<String, Set<String>> parents) {
    Map<String, String> leaders = new HashMap<>();
    parents.forEach(
        (id, to) ->
            to.forEach(parent -> leaders.put(leader(leaders, id), leader(leaders, parent))));
    Map<String, Set<String>> talks = new LinkedHashMap<>();
    for (String id : parents.keySet()) {
      talks.computeIfAbsent(leader(leaders, id), l -> new HashSet<>()).add(id);
    }
    Collection<Set<String>> found = talks.values();
    return List.copyOf(found);
  }

  private static String leader(Map<String, String> leaders, String id) {
    String leader = id;
    while (!leaders.getOrDefault(leader, leader).equals(leader)) {
      leader = leaders.get(leader);
    }
    leaders.put(id, leader);
    return leader;
  }
}
