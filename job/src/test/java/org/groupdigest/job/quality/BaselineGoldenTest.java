package org.groupdigest.job.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.SoftAssertions;
import org.groupdigest.job.model.BaselineDelta;
import org.groupdigest.job.model.BaselineSnapshot;
import org.groupdigest.job.model.BaselineSnapshot.TopicSnapshot;
import org.groupdigest.job.model.Json;
import org.groupdigest.job.model.Topics;
import org.groupdigest.job.model.Topics.Topic;
import org.groupdigest.job.testing.DevelopmentData;
import org.groupdigest.job.testing.Digests;
import org.junit.jupiter.api.Test;

/** The comparison against input/output pairs made by an independent implementation. */
class BaselineGoldenTest {

  private static final List<String> SCORES =
      List.of("faithfulness", "coherence", "coverage", "focus", "quality_score");

  @Test
  void everyPairOfTheReferenceIsMetExactly() throws IOException {
    Optional<Path> file = DevelopmentData.find("golden/compute_delta.json");
    assumeThat(file).as("golden/compute_delta.json beside the repository").isPresent();
    JsonNode cases = Json.mapper().readTree(file.get().toFile()).get("cases");
    assertThat(cases).isNotEmpty();
    SoftAssertions all = new SoftAssertions();
    for (JsonNode one : cases) {
      BaselineDelta delta =
          BaselineComparison.compare(
              previous(one.get("previous")),
              topics(one.get("current_topics")),
              weakest(one.get("current_metrics")));
      JsonNode expected = one.get("output");
      ObjectNode actual = Json.mapper().valueToTree(delta);
      List<String> compared = new ArrayList<>();
      expected.fieldNames().forEachRemaining(compared::add);
      all.assertThat(actual.retain(compared).toString())
          .as(one.get("id").asText())
          .isEqualTo(expected.toString());
    }
    all.assertAll();
  }

  private static BaselineSnapshot previous(JsonNode node) {
    if (node.isNull()) {
      return null;
    }
    List<TopicSnapshot> topics = new ArrayList<>();
    for (JsonNode topic : node.get("topics")) {
      topics.add(new TopicSnapshot(topic.get("title").asText(), count(topic), 1, null));
    }
    return new BaselineSnapshot(
        node.get("window_id").asText(), Instant.EPOCH, topics, weakest(node.get("metrics")));
  }

  private static Topics topics(JsonNode nodes) {
    List<Topic> topics = new ArrayList<>();
    for (JsonNode topic : nodes) {
      topics.add(
          Digests.topic(
              topic.get("title").asText(), "low", "idea", count(topic), "s", List.of("1")));
    }
    return new Topics(topics);
  }

  private static int count(JsonNode topic) {
    return topic.path("msg_count").asInt(0);
  }

  private static Double weakest(JsonNode metrics) {
    return SCORES.stream()
        .filter(name -> metrics.path(name).isNumber())
        .map(name -> metrics.get(name).asDouble())
        .min(Double::compare)
        .orElse(null);
  }
}
