package org.groupdigest.job.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import org.groupdigest.job.model.events.EventType;
import org.groupdigest.job.pipeline.TopicNames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What really comes out of a job keeps to the published schemas. */
@ExtendWith(JobTestResources.class)
class EventSchemasITCase {

  @Test
  void everyEventKeepsToItsSchema(FinishedStream stream) {
    assertThat(stream.out()).isNotEmpty();
    assertThat(stream.out())
        .allSatisfy(
            record -> assertThat(EventSchemas.problems(record)).as(record.topic()).isEmpty());
  }

  @Test
  void everyTopicOfAnUndisturbedRunHasEvents(FinishedStream stream) {
    Set<String> topics =
        stream.out().stream().map(TestTopics.Out::topic).collect(Collectors.toSet());
    assertThat(topics)
        .contains(
            TopicNames.WINDOW_READY,
            TopicNames.CONTEXT_PREPARED,
            TopicNames.STAGE_STARTED,
            TopicNames.STAGE_COMPLETED,
            TopicNames.BLOCKED,
            TopicNames.READY_FOR_DELIVERY,
            TopicNames.PERSISTED,
            TopicNames.INGEST_DLQ);
    assertThat(topics).doesNotContain(EventType.MESSAGE_LATE.topic());
  }

  @Test
  void noFactIsAnnouncedTwice(FinishedStream stream) {
    assertThat(stream.out())
        .extracting(record -> record.json().path("event_id").asText())
        .doesNotHaveDuplicates();
  }

  @Test
  void theEventsOfAGroupLieInOnePartitionUnderItsKey(FinishedStream stream) {
    assertThat(stream.out())
        .allSatisfy(
            record ->
                assertThat(record.key())
                    .isEqualTo(
                        TestTopics.key(record.tenant(), record.json().path("group_id").asText())));
  }
}
