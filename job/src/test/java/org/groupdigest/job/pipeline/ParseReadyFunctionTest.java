package org.groupdigest.job.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.groupdigest.job.model.DeadLetter;
import org.groupdigest.job.model.ErrorCode;
import org.groupdigest.job.model.WindowContext;
import org.groupdigest.job.model.events.Events;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What one half of the product hands over, the other half reads back; the rest is a dead letter.
 */
class ParseReadyFunctionTest {

  private static final Instant SEEN = Instant.parse("2025-11-11T00:10:00Z");

  private OneInputStreamOperatorTestHarness<RawRecord, ReadyWindow> harness;

  @BeforeEach
  void open() throws Exception {
    harness = Harnesses.of(new ParseReadyFunction());
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  @Test
  void aWindowComesBackAsItWasHandedOver() throws Exception {
    WindowContext window = Drafts.context(Drafts.day(0));
    String event = new Events("test").windowReady(window, 1, Drafts.day(0).end()).toJson();

    take(event.getBytes(StandardCharsets.UTF_8));

    assertThat(harness.extractOutputValues())
        .containsExactly(new ReadyWindow(window, Drafts.POSITION));
    assertThat(letters()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "not json | NOT_JSON",
        "{\"event_type\": | NOT_JSON",
        "[] | UNKNOWN_EVENT_TYPE",
        "{} | UNKNOWN_EVENT_TYPE",
        "{\"event_type\":\"group.window.ready.v2\",\"payload\":{}} | UNKNOWN_EVENT_TYPE",
        "{\"event_type\":\"group.window.ready.v1\"} | SCHEMA_VIOLATION",
        "{\"event_type\":\"group.window.ready.v1\",\"payload\":null} | SCHEMA_VIOLATION",
        "{\"event_type\":\"group.window.ready.v1\",\"payload\":{}} | SCHEMA_VIOLATION",
        "{\"event_type\":\"group.window.ready.v1\",\"payload\":7} | SCHEMA_VIOLATION",
      })
  void whatCannotBeReadIsADeadLetter(String record, ErrorCode code) throws Exception {
    take(record.getBytes(StandardCharsets.UTF_8));

    assertThat(harness.extractOutputValues()).isEmpty();
    assertThat(letters())
        .singleElement()
        .satisfies(letter -> assertThat(letter.errorCode()).isEqualTo(code))
        .satisfies(letter -> assertThat(letter.source()).isEqualTo(Drafts.POSITION))
        .satisfies(letter -> assertThat(letter.firstSeenAt()).isEqualTo(SEEN))
        .satisfies(letter -> assertThat(letter.payloadSnippet()).isEmpty());
  }

  @Test
  void anEmptyRecordIsADeadLetter() throws Exception {
    take(null);
    take(new byte[0]);

    assertThat(letters())
        .extracting(DeadLetter::errorCode)
        .containsExactly(ErrorCode.NOT_JSON, ErrorCode.UNKNOWN_EVENT_TYPE);
  }

  private void take(byte[] value) throws Exception {
    harness.processElement(new RawRecord(value, Drafts.POSITION, SEEN), 0);
  }

  private List<DeadLetter> letters() {
    return Harnesses.side(harness, DeadLetterTag.TAG);
  }
}
