package org.groupdigest.job.stage.extractive;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.groupdigest.job.model.Claim;
import org.groupdigest.job.model.Topics;
import org.groupdigest.job.model.Topics.Topic;

/**
 * Chooses what happened: the summary of each topic, then the best of the whole window, until
 * nothing worth a line is left. A question with its answer is one point.
 */
final class KeyPoints {

  private static final int MAX_POINTS = 6;
  private static final int MESSAGES_A_POINT = 12;
  private static final double LEAST_VALUE = 0.25;
  private static final int ENOUGH_TOPICS = 3;
  private static final double SURE = 0.6;
  private static final double SAME = 0.45;

  private final Reading reading;
  private final Topics topics;
  private final Points points;
  private final TopicSummary summaries;
  private final List<Claim> chosen = new ArrayList<>();
  private final Set<String> used = new HashSet<>();

  KeyPoints(Reading reading, Topics topics) {
    this.reading = reading;
    this.topics = topics;
    this.points = new Points(reading);
    this.summaries = new TopicSummary(reading);
  }

  /**
   * The points, most important topic first.
   *
   * @param said claims that the digest makes elsewhere and that are not repeated
   */
  List<Claim> choose(List<Claim> said) {
    said.forEach(claim -> used.addAll(claim.messageIds()));
    for (Topic topic : topics.topics()) {
      List<Utterance> cluster =
          topic.messageIds().stream()
              .map(reading.conversation()::ofMessage)
              .filter(Objects::nonNull)
              .distinct()
              .toList();
      summaryOf(topic).or(() -> pointOf(cluster)).ifPresent(this::take);
    }
    addBest(reading.conversation().utterances());
    return chosen;
  }

  /** A topic's summary is its point: the reader is not told the same in two ways. */
  private Optional<Claim> summaryOf(Topic topic) {
    return Optional.of(new Claim(topic.summary(), topic.summaryMessageIds()))
        .filter(one -> !one.text().isBlank() && !one.messageIds().isEmpty() && isNew(one));
  }

  private void take(Claim claim) {
    chosen.add(claim);
    used.addAll(claim.messageIds());
  }

  private Optional<Claim> pointOf(List<Utterance> cluster) {
    Optional<Exchange> best = summaries.exchange(cluster).filter(this::isWorth);
    Optional<Claim> exchange = best.map(points::exchange).filter(this::isNew);
    Optional<Claim> statement = statement(cluster, best.isPresent() ? LEAST_VALUE : 0);
    boolean asked = exchange.isPresent() && (best.get().opening() || statement.isEmpty());
    return asked ? exchange : statement;
  }

  private boolean isWorth(Exchange exchange) {
    return reading.value(exchange.answer()) >= LEAST_VALUE / 2
        && (exchange.opening() || exchange.confidence() >= SURE);
  }

  private Optional<Claim> statement(List<Utterance> cluster, double least) {
    return reading.best(cluster).stream()
        .filter(one -> !one.isQuestion() && reading.value(one) > least)
        .map(points::statement)
        .filter(this::isNew)
        .findFirst();
  }

  private List<Utterance> outsideTopics(List<Utterance> all) {
    Set<String> inside = new HashSet<>();
    topics.topics().forEach(topic -> inside.addAll(topic.messageIds()));
    return all.stream().filter(one -> !inside.contains(one.id())).toList();
  }

  private boolean isNew(Claim claim) {
    if (used.containsAll(claim.messageIds())) {
      return false;
    }
    List<String> stems = reading.pack().analyzer().contentStems(claim.text());
    return chosen.stream()
        .map(one -> reading.pack().analyzer().contentStems(one.text()))
        .noneMatch(one -> SentenceSelector.jaccard(one, stems) > SAME);
  }

  private void addBest(List<Utterance> all) {
    int most = Math.min(MAX_POINTS, 1 + reading.context().messageCount() / MESSAGES_A_POINT);
    List<Exchange> answered =
        reading.exchanges().stream()
            .filter(Exchange::isAnswered)
            .filter(one -> one.opening() && isWorth(one))
            .sorted(
                Comparator.comparingDouble(
                        (Exchange one) ->
                            -one.confidence()
                                - reading.value(one.question())
                                - reading.value(one.answer()))
                    .thenComparingInt(one -> one.asker().index()))
            .toList();
    for (Exchange exchange : answered) {
      Claim claim = points.exchange(exchange);
      if (chosen.size() < most && isNew(claim)) {
        take(claim);
      }
    }
    List<Utterance> rest = topics.topics().size() < ENOUGH_TOPICS ? all : outsideTopics(all);
    while (chosen.size() < most) {
      Optional<Claim> next = statement(rest, LEAST_VALUE * 2);
      if (next.isEmpty()) {
        return;
      }
      take(next.get());
    }
  }
}
