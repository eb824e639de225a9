package org.groupdigest.job.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.groupdigest.job.pipeline.TopicNames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A topic in which nothing more comes still closes its windows, in every partition. */
@ExtendWith(JobTestResources.class)
class QuietTopicITCase {

  @Test
  void aQuietTopicClosesItsWindow(FinishedStream stream) {
    List<TestTopics.Out> stored = stream.out(TopicNames.PERSISTED, FinishedStream.ONCE);
    assertThat(stored).hasSize(stream.sample().windows());
    // Nothing in the topic is younger than the canaries, and they all lie before the end of their
    // window: only the clock can have closed it.
    List<TestTopics.Out> youngest = stream.out(TopicNames.WINDOW_READY, Canaries.TENANT);
    assertThat(youngest).hasSize(1);
    JsonNode window = youngest.get(0).payload();
    Instant end = Instant.parse(window.path("window").path("end").asText());
    assertThat(window.path("messages"))
        .isNotEmpty()
        .allMatch(message -> Instant.parse(message.path("posted_at").asText()).isBefore(end));
    assertThat(stream.out(TopicNames.PERSISTED, Canaries.TENANT)).hasSize(1);
  }

  @Test
  void groupsOfOtherPartitionsAreClosedToo(FinishedStream stream) {
    assertThat(stream.partitionsSentTo()).hasSizeGreaterThan(1);
    Set<String> groups =
        stream.out(TopicNames.PERSISTED, FinishedStream.ONCE).stream()
            .map(record -> record.json().path("group_id").asText())
            .collect(Collectors.toSet());
    assertThat(groups).hasSize(2);
  }
}
