package org.groupdigest.job.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.groupdigest.job.ingest.file.MessageFiles;
import org.groupdigest.job.ingest.file.record.FileRecord;
import org.groupdigest.job.ingest.file.record.FileRecords;
import org.groupdigest.job.ingest.file.record.ImportOptions;
import org.groupdigest.job.model.SourcePosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The time that moves the watermarks is the time that the messages are kept under. */
class EventTimesTest {

  private static final Instant BROKER = Instant.parse("2025-11-10T09:20:00Z");
  private static final SourcePosition POSITION = new SourcePosition("t", 0, 0);

  @Test
  void itAgreesWithTheParserOnEveryRecordOfTheSampleChat() throws Exception {
    MessageParser parser = new MessageParser((tenant, text) -> text);
    int compared = 0;
    try (FileRecords records = sample()) {
      while (records.hasNext()) {
        FileRecord record = records.next();
        ParsedRecord parsed = parser.parse(record.value(), record.position(), record.time());
        long posted = ((ParsedRecord.Accepted) parsed).event().postedAt().toEpochMilli();
        assertThat(EventTimes.of(record.value(), record.time().toEpochMilli()))
            .as("entry %s", record.position().offset())
            .isEqualTo(posted);
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(600);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2025-11-10T09:15:00Z",
        "2025-11-10T09:15:00.123456789Z",
        "2025-11-10T09:25:00Z",
        "2025-11-10T09:25:00.001Z",
        "2030-01-01T00:00:00Z",
        "1969-12-31T23:59:59.999Z"
      })
  void itAgreesWithTheParserAboutClocksThatAreWrong(String time) {
    byte[] value = at(time);

    ParsedRecord parsed = new MessageParser((tenant, text) -> text).parse(value, POSITION, BROKER);

    assertThat(EventTimes.of(value, BROKER.toEpochMilli()))
        .isEqualTo(((ParsedRecord.Accepted) parsed).event().postedAt().toEpochMilli());
  }

  @Test
  void aClockThatRunsAheadIsHeldBackToTheBrokers() {
    assertThat(EventTimes.of(at("2030-01-01T00:00:00Z"), BROKER.toEpochMilli()))
        .isEqualTo(BROKER.plus(Duration.ofMinutes(5)).toEpochMilli());
  }

  @Test
  void whatComesBeforeTheTimeIsPassedOver() {
    String record =
        "{\"posted_at\":\"2001-01-01T00:00:00Z\",\"x\":{\"payload\":{\"posted_at\":1}},"
            + "\"payload\":{\"media\":[{\"posted_at\":2}],\"posted_at\":\"2025-11-10T09:15:00Z\"}}";

    assertThat(time(record)).isEqualTo(Instant.parse("2025-11-10T09:15:00Z").toEpochMilli());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "not json",
        "[]",
        "null",
        "{}",
        "{\"payload\":null}",
        "{\"payload\":[]}",
        "{\"payload\":{}}",
        "{\"payload\":{\"posted_at\":1762766100}}",
        "{\"payload\":{\"posted_at\":\"yesterday\"}}",
        "{\"payload\":{\"posted_at\":\"2025-02-30T00:00:00Z\"}}",
        "{\"payload\":{\"posted_at\":\"2025-11-10T09:15:00+03:00\"}}",
        "{\"payload\":{\"posted_at\":"
      })
  void aRecordThatTellsNoTimeMovesNothing(String record) {
    assertThat(time(record)).isEqualTo(EventTimes.UNKNOWN);
  }

  @Test
  void aTombstoneMovesNothing() {
    assertThat(EventTimes.of(null, BROKER.toEpochMilli())).isEqualTo(EventTimes.UNKNOWN);
  }

  @Test
  void aRecordThatIsTooLargeIsNotEvenRead() {
    ObjectNode record = EventJson.minimal();
    ((ObjectNode) record.get("payload")).put("text", "x".repeat(RecordDecoder.MAX_BYTES));

    assertThat(time(record.toString())).isEqualTo(EventTimes.UNKNOWN);
  }

  private static long time(String record) {
    return EventTimes.of(record.getBytes(StandardCharsets.UTF_8), BROKER.toEpochMilli());
  }

  private static byte[] at(String time) {
    ObjectNode record = EventJson.minimal();
    ((ObjectNode) record.get("payload")).put("posted_at", time);
    return record.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static FileRecords sample() throws IOException, URISyntaxException {
    Path file = Path.of(EventTimesTest.class.getResource("/demo/chat.jsonl").toURI());
    return MessageFiles.open(file, ImportOptions.defaults());
  }
}
