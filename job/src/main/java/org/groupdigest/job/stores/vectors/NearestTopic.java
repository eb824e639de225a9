package org.groupdigest.job.stores.vectors;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.groupdigest.connectors.qdrant.ScoredPoint;
import org.groupdigest.job.model.RelatedTopic;
import org.groupdigest.job.model.Topics.Topic;
import org.groupdigest.job.model.WindowRef;

/**
 * Chooses among the earlier topics that were found: near enough, and of those that are about as
 * near as the nearest, the newest, since people ask when something was last talked about.
 *
 * @param similarity cosine from which a topic is near enough, 0..1
 */
record NearestTopic(double similarity) {

  /** Cosines that differ by less say the same. */
  private static final double ABOUT_AS_NEAR = 0.03;

  private static final double DIGITS = 10_000;

  Optional<RelatedTopic> of(Topic topic, WindowRef window, List<ScoredPoint> found) {
    List<RelatedTopic> near =
        found.stream()
            .filter(point -> point.score() >= similarity)
            .flatMap(point -> read(topic, point).stream())
            .filter(earlier -> isEarlier(earlier, window))
            .toList();
    double best = near.stream().mapToDouble(RelatedTopic::similarity).max().orElse(0);
    return near.stream()
        .filter(earlier -> earlier.similarity() >= best - ABOUT_AS_NEAR)
        .max(comparing(RelatedTopic::windowEnd).thenComparing(RelatedTopic::similarity));
  }

  /** The filter of the search says so already; a wrong point of another hand must not matter. */
  private static boolean isEarlier(RelatedTopic earlier, WindowRef window) {
    return !earlier.windowEnd().isAfter(window.start())
        && !earlier.windowId().equals(window.windowId());
  }

  private static Optional<RelatedTopic> read(Topic topic, ScoredPoint found) {
    Map<String, Object> payload = found.point().payload();
    Optional<String> digest = TopicPayload.text(payload, TopicPayload.DIGEST);
    Optional<String> window = TopicPayload.text(payload, TopicPayload.WINDOW);
    Optional<Instant> end = TopicPayload.windowEnd(payload);
    if (digest.isEmpty() || window.isEmpty() || end.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new RelatedTopic(
            topic.topicId(),
            digest.get(),
            window.get(),
            end.get(),
            TopicPayload.firstMessage(payload).orElse(null),
            Math.min(1, Math.round(found.score() * DIGITS) / DIGITS),
            TopicPayload.text(payload, TopicPayload.TOPIC).orElse(null)));
  }
}
