package org.groupdigest.job.stage.extractive;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.groupdigest.job.model.DuplicateGroup;

/** How much weight a cluster has in its window, and whether it makes a topic at all. */
final class TopicRank {

  private static final int SMALL_WINDOW = 20;
  private static final int SAID = 5;
  private static final double LEAST_VALUE = 0.2;

  private final Reading reading;
  private final Map<String, Integer> copies = new HashMap<>();

  TopicRank(Reading reading) {
    this.reading = reading;
    for (DuplicateGroup group : reading.context().duplicates()) {
      copies.put(group.keptId(), group.count());
    }
  }

  /** Messages a cluster stands for, duplicates counted. */
  int messages(List<Utterance> cluster) {
    return Conversation.ids(cluster).stream().mapToInt(id -> 1 + copies.getOrDefault(id, 0)).sum();
  }

  /** Share of the window's messages, 0..1. */
  double share(List<Utterance> cluster) {
    return messages(cluster) / (double) Math.max(1, reading.context().messageCount());
  }

  /**
   * A cluster is a topic when it has something to show and either several messages, or votes, or a
   * whole story in one message.
   */
  boolean isTopic(List<Utterance> cluster) {
    double[] values = values(cluster);
    if (values.length == 0 || values[0] < LEAST_VALUE) {
      return false;
    }
    int few = reading.conversation().utterances().size() < SMALL_WINDOW ? 2 : 3;
    boolean story = values.length >= 3 && reading.feed();
    boolean voted = cluster.stream().mapToInt(Utterance::votes).sum() >= 3;
    boolean talk = messages(cluster) >= few && authors(cluster).size() >= 2 && isCoherent(cluster);
    return talk || voted || story;
  }

  /** Messages that only stand side by side are no talk: two people share a word, or answer. */
  private static boolean isCoherent(List<Utterance> cluster) {
    Map<String, String> saidBy = new HashMap<>();
    for (Utterance one : cluster) {
      if (one.replyTo() >= 0 || one.addressee() != null || one.votes() > 0) {
        return true;
      }
      for (Sentence sentence : one.sentences()) {
        for (String stem : sentence.stems()) {
          if (!one.author().equals(saidBy.getOrDefault(stem, one.author()))) {
            return true;
          }
          saidBy.putIfAbsent(stem, one.author());
        }
      }
    }
    return false;
  }

  /** Weight for ordering: many messages, many people, many votes, much to say. */
  double weight(List<Utterance> cluster) {
    int votes = cluster.stream().mapToInt(Utterance::votes).sum();
    double said = Arrays.stream(values(cluster)).limit(SAID).sum();
    return Math.sqrt(messages(cluster) + votes)
        * (0.5 + said)
        * (1 + 0.15 * Math.min(6, authors(cluster).size()));
  }

  /** Values of the sentences worth showing, best first. */
  private double[] values(List<Utterance> cluster) {
    return cluster.stream()
        .flatMap(one -> one.sentences().stream())
        .map(reading::value)
        .filter(value -> value > 0)
        .sorted(Comparator.reverseOrder())
        .mapToDouble(Double::doubleValue)
        .toArray();
  }

  /** Two people who said most, by number of utterances; programs left out. */
  List<String> speakers(List<Utterance> cluster) {
    return authors(cluster).entrySet().stream()
        .sorted(
            Comparator.comparingInt((Map.Entry<String, Integer> one) -> -one.getValue())
                .thenComparing(Map.Entry::getKey))
        .limit(2)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static Map<String, Integer> authors(List<Utterance> cluster) {
    Map<String, Integer> authors = new HashMap<>();
    for (Utterance utterance : cluster) {
      if (!utterance.automatic()) {
        authors.merge(utterance.author(), 1, Integer::sum);
      }
    }
    return authors;
  }
}
