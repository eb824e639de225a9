package org.groupdigest.job.stores.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.groupdigest.job.stores.vectors.VectorDigests.GROUP;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.groupdigest.connectors.qdrant.ScoredPoint;
import org.groupdigest.connectors.qdrant.StoredPoint;
import org.groupdigest.job.model.RelatedTopic;
import org.groupdigest.job.model.Topics.Topic;
import org.groupdigest.job.model.WindowRef;
import org.junit.jupiter.api.Test;

class NearestTopicTest {

  private static final WindowRef WINDOW = VectorDigests.day(GROUP, 10);
  private static final Topic TOPIC = VectorDigests.topic("Pump", "It leaks.", "m1");

  private final NearestTopic nearest = new NearestTopic(0.5);

  @Test
  void theNearestIsTakenWithItsFirstMessage() {
    assertThat(find(point(3, 0.9), point(7, 0.6)))
        .contains(
            new RelatedTopic(
                "Pump", "d3", "w3", VectorDigests.day(GROUP, 3).end(), "first", 0.9, "t3"));
  }

  @Test
  void theSimilarityIsInclusiveAndBelowItNothingIsRelated() {
    assertThat(find(point(3, 0.5))).isPresent();
    assertThat(find(point(3, 0.4999))).isEmpty();
    assertThat(find()).isEmpty();
  }

  @Test
  void ofThoseAboutAsNearTheNewestIsTaken() {
    assertThat(find(point(3, 0.9), point(8, 0.88), point(9, 0.8)))
        .map(RelatedTopic::digestId)
        .contains("d8");
  }

  @Test
  void whatHadNotEndedBeforeTheWindowBeganIsNotEarlier() {
    assertThat(find(point(10, 0.9), point(11, 0.9), point(9, 0.6)))
        .map(RelatedTopic::digestId)
        .contains("d9");
  }

  @Test
  void aRoundingErrorAboveOneIsOne() {
    assertThat(find(point(3, 1.0000001))).map(RelatedTopic::similarity).contains(1.0);
  }

  @Test
  void aPointOfAnotherHandIsPassedOver() {
    assertThat(find(without("digest_id"), without("window_id"), without("window_end"))).isEmpty();
    assertThat(find(without("message_ids"))).map(RelatedTopic::messageId).isEmpty();
    assertThat(find(with("message_ids", List.of()))).isPresent();
    assertThat(find(with("window_end", "yesterday"))).isEmpty();
  }

  private Optional<RelatedTopic> find(ScoredPoint... points) {
    return nearest.of(TOPIC, WINDOW, List.of(points));
  }

  private static ScoredPoint point(int day, double score) {
    return scored(payload(day), score);
  }

  private static ScoredPoint without(String key) {
    Map<String, Object> payload = payload(3);
    payload.remove(key);
    return scored(payload, 0.9);
  }

  private static ScoredPoint with(String key, Object value) {
    Map<String, Object> payload = payload(3);
    payload.put(key, value);
    return scored(payload, 0.9);
  }

  private static ScoredPoint scored(Map<String, Object> payload, double score) {
    return new ScoredPoint(new StoredPoint(new UUID(1, 1), payload), score);
  }

  private static Map<String, Object> payload(int day) {
    return new HashMap<>(
        Map.of(
            "digest_id", "d" + day,
            "window_id", "w" + day,
            "window_end", VectorDigests.day(GROUP, day).end().toEpochMilli(),
            "topic_id", "t" + day,
            "message_ids", List.of("first", "second")));
  }
}
