package org.groupdigest.job.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.util.List;
import org.apache.flink.api.common.JobStatus;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.groupdigest.job.pipeline.TopicNames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Records that cannot be read stop nothing and are kept, masked, with their place. */
@ExtendWith(JobTestResources.class)
class PoisonRecordsITCase {

  @Test
  void poisonRecordsLandInTheDeadLetters(FinishedStream stream) {
    List<JsonNode> letters =
        stream.out().stream()
            .filter(record -> record.topic().equals(TopicNames.INGEST_DLQ))
            .map(TestTopics.Out::payload)
            .toList();
    assertThat(letters).hasSameSizeAs(stream.poison().keySet());
    stream
        .poison()
        .forEach(
            (expected, place) ->
                assertThat(letters)
                    .as(expected)
                    .anySatisfy(letter -> assertLetter(letter, expected, place)));
  }

  private static void assertLetter(JsonNode letter, String expected, RecordMetadata place) {
    JsonNode source = letter.path("source");
    assertThat(source.path("origin").asText()).isEqualTo(TopicNames.MESSAGES);
    assertThat(source.path("partition").asInt()).isEqualTo(place.partition());
    assertThat(source.path("offset").asLong()).isEqualTo(place.offset());
    assertThat(letter.path("error_code").asText()).isEqualTo(expected.split(" ")[0]);
    assertThat(letter.path("next_action").asText()).isNotEmpty();
    assertThat(letter.path("payload_snippet").isTextual()).isTrue();
  }

  @Test
  void theirSnippetsAreMasked(FinishedStream stream) {
    List<String> letters =
        stream.out().stream()
            .filter(record -> record.topic().equals(TopicNames.INGEST_DLQ))
            .map(TestTopics.Out::value)
            .toList();
    assertThat(letters)
        .noneMatch(letter -> letter.contains(PoisonRecords.PHONE))
        .noneMatch(letter -> letter.contains("900123"))
        .noneMatch(letter -> letter.contains(PoisonRecords.MAIL))
        .noneMatch(letter -> letter.contains("otto.brandt"));
    // All but the null record had both.
    assertThat(letters).filteredOn(letter -> letter.contains("[phone:")).hasSize(5);
    assertThat(letters).filteredOn(letter -> letter.contains("[email:")).hasSize(5);
  }

  @Test
  void theJobGoesOnAndTheNextWindowGetsItsDigest(FinishedStream stream) {
    assertThat(stream.statusAtTheEnd()).isEqualTo(JobStatus.RUNNING);
    assertThat(stream.out(TopicNames.PERSISTED, PoisonRecords.TENANT)).hasSize(1);
  }

  @Test
  void theLedgerCountsThoseThatTellWhoseTheyAre(FinishedStream stream) throws SQLException {
    TestServers.Ledger ledger = stream.servers().ledger(PoisonRecords.TENANT);
    assertThat(ledger.invalid()).isEqualTo(FinishedStream.knownPoison());
    assertThat(ledger.accountedFor()).isEqualTo(ledger.received());
  }
}
