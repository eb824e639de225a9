package org.groupdigest.job.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.groupdigest.job.model.DeadLetter;
import org.groupdigest.job.model.Erasure;
import org.groupdigest.job.model.ErrorCode;
import org.groupdigest.job.model.events.Events;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the windows pipeline says is to go is what the digests pipeline reads. */
class ParseErasedFunctionTest {

  private static final Instant SEEN = Instant.parse("2025-11-10T12:00:01Z");
  private static final Instant AT = Instant.parse("2025-11-10T12:00:00.123Z");

  private OneInputStreamOperatorTestHarness<RawRecord, Erasure> harness;

  @BeforeEach
  void open() throws Exception {
    harness = Harnesses.of(new ParseErasedFunction());
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  @Test
  void anErasureComesBackAsItWasAnnounced() throws Exception {
    Erasure messages = new Erasure("a:b", "c", List.of("m1", "m2"), null, "trace-1", AT);
    Erasure sender = new Erasure("acme", "backend", List.of(), "u7", "trace-2", AT);

    take(new Events("test").erased(messages).toJson());
    take(new Events("test").erased(sender).toJson());

    assertThat(harness.extractOutputValues()).containsExactly(messages, sender);
    assertThat(letters()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "7",
        "{}",
        "{\"message_ids\":[],\"sender_id\":null}",
        "{\"message_ids\":[\"m1\"],\"sender_id\":\"u7\"}",
        "{\"message_ids\":[],\"sender_id\":\"\"}",
        "{\"message_ids\":[\"m1\"],\"sender_id\":\"\"}",
        "{\"message_ids\":[null],\"sender_id\":null}",
        "{\"message_ids\":[\"\"],\"sender_id\":null}",
        "{\"message_ids\":\"m1\",\"sender_id\":null}",
      })
  void whatDoesNotSayWhatIsToGoIsADeadLetter(String payload) throws Exception {
    take(record("acme", "backend", AT.toString(), payload));

    assertRefused(ErrorCode.SCHEMA_VIOLATION);
  }

  @ParameterizedTest
  @CsvSource({"'', backend, 2025-11-10T12:00:00Z", "acme, '', 2025-11-10T12:00:00Z", "a, b, soon"})
  void whatDoesNotSayWhoseOrWhenIsADeadLetter(String tenant, String group, String at)
      throws Exception {
    take(record(tenant, group, at, "{\"message_ids\":[\"m1\"],\"sender_id\":null}"));

    assertRefused(ErrorCode.SCHEMA_VIOLATION);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "not json | NOT_JSON",
        "[] | UNKNOWN_EVENT_TYPE",
        "{\"event_type\":\"group.message.erased.v2\"} | UNKNOWN_EVENT_TYPE",
      })
  void whatIsNoErasureIsADeadLetter(String record, ErrorCode code) throws Exception {
    take(record);

    assertRefused(code);
  }

  @Test
  void aTombstoneIsADeadLetterAndDoesNotStopTheJob() throws Exception {
    harness.processElement(new RawRecord(null, Drafts.POSITION, SEEN), 0);

    assertRefused(ErrorCode.NOT_JSON);
  }

  private void assertRefused(ErrorCode code) {
    assertThat(harness.extractOutputValues()).isEmpty();
    assertThat(letters())
        .singleElement()
        .satisfies(letter -> assertThat(letter.errorCode()).isEqualTo(code))
        .satisfies(letter -> assertThat(letter.stage()).isEqualTo("message_erased"))
        .satisfies(letter -> assertThat(letter.source()).isEqualTo(Drafts.POSITION))
        .satisfies(letter -> assertThat(letter.payloadSnippet()).isEmpty());
  }

  private static String record(String tenant, String group, String at, String payload) {
    return """
        {"event_type": "group.message.erased.v1", "tenant_id": "%s", "group_id": "%s",
         "trace_id": "trace-1", "occurred_at": "%s", "payload": %s}
        """
        .formatted(tenant, group, at, payload);
  }

  private void take(String record) throws Exception {
    byte[] value = record.getBytes(StandardCharsets.UTF_8);
    harness.processElement(new RawRecord(value, Drafts.POSITION, SEEN), 0);
  }

  private List<DeadLetter> letters() {
    return Harnesses.side(harness, DeadLetterTag.TAG);
  }
}
