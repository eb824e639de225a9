package org.groupdigest.job.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.groupdigest.job.model.DeadLetter;
import org.groupdigest.job.model.ErrorCode;
import org.groupdigest.job.model.Json;
import org.groupdigest.job.window.DigestRequest;
import org.groupdigest.job.window.GroupEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A wish for a digest is understood whole, or refused with a dead letter. */
class ParseRequestsFunctionTest {

  private static final Instant SEEN = Instant.parse("2025-11-10T12:00:01Z");
  private static final long ASKED = Instant.parse("2025-11-10T12:00:00Z").toEpochMilli();

  private OneInputStreamOperatorTestHarness<RawRecord, GroupEvent> harness;

  @BeforeEach
  void open() throws Exception {
    harness = Harnesses.of(new ParseRequestsFunction("a secret of some length"));
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  @Test
  void aWishForTheLastHoursIsRead() throws Exception {
    take(record("{\"window_hours\":6,\"requested_by\":\"anna\"}").put("trace_id", "trace-9"));

    assertThat(harness.extractOutputValues())
        .containsExactly(
            GroupEvent.of(
                new DigestRequest("acme", "backend", "trace-9", ASKED, 6, null, "anna"), SEEN));
  }

  @Test
  void aWishSinceAMessageIsRead() throws Exception {
    take(record("{\"since_message_id\":\"4521\"}"));

    DigestRequest request = harness.extractOutputValues().get(0).request();
    assertThat(request.sinceMessageId()).isEqualTo("4521");
    assertThat(request.windowHours()).isZero();
    assertThat(request.requestedBy()).isNull();
  }

  @Test
  void aWishWithoutATraceGetsTheSameOneEveryTime() throws Exception {
    take(record("{\"window_hours\":6}"));
    take(record("{\"window_hours\":6}"));

    List<GroupEvent> events = harness.extractOutputValues();
    assertThat(events.get(0).request().traceId()).isNotBlank();
    assertThat(events.get(1)).isEqualTo(events.get(0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"window_hours\":0}",
        "{\"window_hours\":25}",
        "{\"window_hours\":1.5}",
        "{\"window_hours\":\"6\"}",
        "{\"window_hours\":6,\"since_message_id\":\"1\"}",
        "{\"since_message_id\":\"\"}",
        "{\"since_message_id\":4521}",
        "[]"
      })
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
  @ValueSource(strings = {"now", "2025-13-01T00:00:00Z", ""})
  void aTimeThatIsNoneIsADeadLetter(String time) throws Exception {
    take(record("{\"window_hours\":6}").put("occurred_at", time));

    assertThat(letters())
        .extracting(DeadLetter::errorCode)
        .containsExactly(ErrorCode.SCHEMA_VIOLATION);
  }

  @Test
  void aTombstoneIsADeadLetterAndDoesNotStopTheJob() throws Exception {
    harness.processElement(new RawRecord(null, Drafts.POSITION, SEEN), 0);

    assertThat(letters()).hasSize(1);
  }

  private static ObjectNode record(String payload) {
    ObjectNode record = Json.mapper().createObjectNode();
    record.put("event_id", "0b9d2c0e-5d3b-4f0a-9a43-0d2a5f3f6c13");
    record.put("event_type", ParseRequestsFunction.EVENT_TYPE);
    record.put("tenant_id", "acme").put("group_id", "backend");
    record.put("occurred_at", "2025-11-10T12:00:00Z");
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
