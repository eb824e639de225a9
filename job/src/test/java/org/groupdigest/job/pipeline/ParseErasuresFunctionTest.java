package org.groupdigest.job.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.groupdigest.job.model.DeadLetter;
import org.groupdigest.job.model.Erasure;
import org.groupdigest.job.model.ErrorCode;
import org.groupdigest.job.model.Json;
import org.groupdigest.job.window.GroupEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A request to erase a sender is understood whole, or refused with a dead letter. */
class ParseErasuresFunctionTest {

  private static final String KEY = "a secret of some length";
  private static final Instant SEEN = Instant.parse("2025-11-10T12:00:01Z");
  private static final Instant ASKED = Instant.parse("2025-11-10T12:00:00Z");

  private OneInputStreamOperatorTestHarness<RawRecord, GroupEvent> harness;

  @BeforeEach
  void open() throws Exception {
    harness = Harnesses.of(new ParseErasuresFunction(KEY));
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  /** The tenant's policy may have been another when some of the messages came. */
  @Test
  void aSenderIsErasedUnderTheirIdAndUnderTheirPseudonym() throws Exception {
    String pseudonym = Maskers.usersWithKey(KEY).apply("acme", "u7");

    take(record("{\"sender_id\":\"u7\",\"requested_by\":\"u7\"}").put("trace_id", "trace-9"));

    assertThat(harness.extractOutputValues())
        .containsExactly(
            GroupEvent.of(erasure("u7", "trace-9"), SEEN),
            GroupEvent.of(erasure(pseudonym, "trace-9"), SEEN));
  }

  /** Nothing that is personal goes on, not even in a request to erase it. */
  @ParameterizedTest
  @ValueSource(strings = {"+79161234567", "anna@example.org"})
  void anIdThatIsPersonalIsMaskedAsItIsInMessages(String sender) throws Exception {
    take(record("{\"sender_id\":\"" + sender + "\"}"));

    List<GroupEvent> events = harness.extractOutputValues();
    String masked = Maskers.withKey(KEY).mask("acme", sender);
    assertThat(events.get(0).erasure().senderId()).isEqualTo(masked).isNotEqualTo(sender);
    assertThat(events.toString()).doesNotContain(sender);
  }

  @Test
  void aRequestWithoutATraceGetsTheSameOneEveryTime() throws Exception {
    take(record("{\"sender_id\":\"u7\"}"));
    take(record("{\"sender_id\":\"u7\"}").put("trace_id", ""));

    List<GroupEvent> events = harness.extractOutputValues();
    assertThat(events.get(0).erasure().traceId()).isNotBlank();
    assertThat(events.get(2)).isEqualTo(events.get(0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{}", "{\"sender_id\":\"\"}", "{\"sender_id\":7}", "{\"sender_id\":null}", "[]"})
  void everyViolationIsADeadLetter(String payload) throws Exception {
    take(record(payload));

    assertThat(harness.extractOutputValues()).isEmpty();
    assertThat(letters())
        .singleElement()
        .satisfies(letter -> assertThat(letter.errorCode()).isEqualTo(ErrorCode.SCHEMA_VIOLATION))
        .satisfies(letter -> assertThat(letter.groupId()).isEqualTo("backend"))
        .satisfies(letter -> assertThat(letter.source()).isEqualTo(Drafts.POSITION));
  }

  @ParameterizedTest
  @CsvSource({
    "occurred_at, yesterday, SCHEMA_VIOLATION",
    "tenant_id, '', SCHEMA_VIOLATION",
    "event_type, digest.erasure.requested.v2, UNKNOWN_EVENT_TYPE",
  })
  void anEnvelopeThatIsNoneIsADeadLetter(String field, String value, ErrorCode code)
      throws Exception {
    take(record("{\"sender_id\":\"u7\"}").put(field, value));

    assertThat(letters()).extracting(DeadLetter::errorCode).containsExactly(code);
  }

  @Test
  void poisonIsADeadLetterAndDoesNotStopTheJob() throws Exception {
    harness.processElement(new RawRecord(null, Drafts.POSITION, SEEN), 0);
    harness.processElement(new RawRecord(new byte[] {(byte) 0xff, 0}, Drafts.POSITION, SEEN), 0);
    take(record("{\"sender_id\":\"u7\"}"));

    assertThat(letters()).extracting(DeadLetter::errorCode).containsOnly(ErrorCode.NOT_JSON);
    assertThat(harness.extractOutputValues()).isNotEmpty();
  }

  private static Erasure erasure(String sender, String trace) {
    return new Erasure("acme", "backend", List.of(), sender, trace, ASKED);
  }

  private static ObjectNode record(String payload) {
    ObjectNode record = Json.mapper().createObjectNode();
    record.put("event_id", "0b9d2c0e-5d3b-4f0a-9a43-0d2a5f3f6c13");
    record.put("event_type", ParseErasuresFunction.EVENT_TYPE);
    record.put("tenant_id", "acme").put("group_id", "backend");
    record.put("occurred_at", ASKED.toString());
    record.set("payload", Json.read(payload, JsonNode.class));
    return record;
  }

  private void take(ObjectNode record) throws Exception {
    byte[] value = record.toString().getBytes(StandardCharsets.UTF_8);
    harness.processElement(new RawRecord(value, Drafts.POSITION, SEEN), 0);
  }

  private List<DeadLetter> letters() {
    return Harnesses.side(harness, DeadLetterTag.TAG);
  }
}
