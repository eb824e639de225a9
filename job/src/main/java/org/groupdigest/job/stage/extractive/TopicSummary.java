package org.groupdigest.job.stage.extractive;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.groupdigest.job.model.Claim;
import org.groupdigest.job.stage.extractive.Reading.Scored;

/**
 * Sums up a cluster in its own best sentences, at most two that belong together, in the order in
 * which they were said; or in its question with the answer. What the digest says as a decision is
 * left to the decision.
 */
final class TopicSummary {

  private static final int MAX_WORDS = 45;
  private static final int MAX_SENTENCES = 2;
  private static final double SMALLEST = 1e-6;
  private static final double LEAST_PART = 0.45;
  private static final int LONGEST_EXCHANGE = 260;
  private static final double LEAST_ANSWER = 0.12;
  private static final int NEAR = 4;
  private static final double APART = 0.6;

  private final Reading reading;
  private final Points points;
  private final SentenceSelector selector = new SentenceSelector(0.7);

  TopicSummary(Reading reading) {
    this.reading = reading;
    this.points = new Points(reading);
  }

  /** The exchange inside a cluster that is most worth showing. */
  Optional<Exchange> exchange(List<Utterance> cluster) {
    return reading.exchanges().stream()
        .filter(Exchange::isAnswered)
        .filter(one -> cluster.contains(one.asker()) && cluster.contains(one.answerer()))
        .max(
            Comparator.comparingDouble(this::worth)
                .thenComparing(one -> one.asker().index(), Comparator.reverseOrder()));
  }

  private double worth(Exchange exchange) {
    return exchange.confidence()
        + reading.value(exchange.question())
        + reading.value(exchange.answer())
        + (exchange.opening() ? 0.8 : 0);
  }

  /**
   * The summary with its sources; empty when the cluster has nothing to show.
   *
   * @param title a sentence that need not be said again
   */
  Optional<Claim> write(List<Utterance> cluster, String title) {
    Optional<Exchange> asked = exchange(cluster).filter(this::tellsAll);
    if (asked.isPresent()) {
      return asked.map(points::exchange);
    }
    List<Sentence> decided =
        reading.decisions(cluster).stream().map(DecisionFinder.Decision::sentence).toList();
    List<Scored> scored = reading.scored(cluster);
    List<Scored> undecided =
        scored.stream().filter(one -> !decided.contains(one.sentence())).toList();
    List<Scored> all = undecided.isEmpty() ? scored : undecided;
    List<Scored> unsaid = all.stream().filter(one -> !says(one.sentence(), title)).toList();
    List<Scored> candidates = unsaid.isEmpty() ? all : unsaid;
    return candidates.isEmpty()
        ? Optional.empty()
        : Optional.of(claim(chosen(cluster, candidates)));
  }

  /** A question that opened the talk, with an answer worth showing, is the whole story. */
  boolean tellsAll(Exchange exchange) {
    int length = exchange.question().text().length() + exchange.answer().text().length();
    return exchange.opening()
        && length <= LONGEST_EXCHANGE
        && reading.value(exchange.answer()) >= LEAST_ANSWER;
  }

  private static boolean says(Sentence sentence, String title) {
    return sentence.text().startsWith(title.replace("…", "")) && title.length() > 20;
  }

  private List<Sentence> chosen(List<Utterance> cluster, List<Scored> candidates) {
    Sentence answer =
        exchange(cluster).filter(Exchange::opening).map(Exchange::answer).orElse(null);
    List<Sentence> sentences = candidates.stream().map(Scored::sentence).toList();
    double most = candidates.get(0).score();
    double[] scores = new double[candidates.size()];
    for (int i = 0; i < scores.length; i++) {
      double score = candidates.get(i).score() * (sentences.get(i).isQuestion() ? 0.5 : 1);
      boolean isAnswer = sentences.get(i).equals(answer);
      scores[i] = isAnswer ? 2 * most : score < LEAST_PART * most ? 0 : score;
    }
    keepWithBest(sentences, scores);
    scores[0] = Math.max(scores[0], SMALLEST);
    List<List<String>> stems = sentences.stream().map(Sentence::stems).toList();
    int[] words = sentences.stream().mapToInt(Sentence::words).toArray();
    words[0] = Math.min(words[0], MAX_WORDS);
    return selector
        .choose(stems, scores, words, new SentenceSelector.Budget(MAX_SENTENCES, MAX_WORDS))
        .stream()
        .map(sentences::get)
        .toList();
  }

  /** Takes out what neither shares a word with the best sentence nor was said beside it. */
  private static void keepWithBest(List<Sentence> sentences, double[] scores) {
    int best = 0;
    for (int i = 1; i < scores.length; i++) {
      best = scores[i] > scores[best] ? i : best;
    }
    Sentence main = sentences.get(best);
    for (int i = 0; i < scores.length; i++) {
      Sentence one = sentences.get(i);
      boolean near = Math.abs(one.utterance() - main.utterance()) <= NEAR;
      boolean shares = one.stems().stream().anyMatch(main.stems()::contains);
      scores[i] = near || shares ? scores[i] * (shares ? 1 : APART) : 0;
    }
  }

  private Claim claim(List<Sentence> chosen) {
    return points.statements(
        chosen.stream()
            .sorted(
                Comparator.comparingInt(Sentence::utterance).thenComparingInt(Sentence::position))
            .toList());
  }
}
