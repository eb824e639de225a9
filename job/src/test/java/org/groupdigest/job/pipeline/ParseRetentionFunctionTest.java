package org.groupdigest.job.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.groupdigest.job.model.DeadLetter;
import org.groupdigest.job.model.ErrorCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A request to remove digests is understood whole, or refused with a dead letter. */
class ParseRetentionFunctionTest {

  private static final Instant SEEN = Instant.parse("2025-11-10T12:00:01Z");

  private OneInputStreamOperatorTestHarness<RawRecord, RetentionRequest> harness;

  @BeforeEach
  void open() throws Exception {
    harness = Harnesses.of(new ParseRetentionFunction("a secret of some length"));
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  @Test
  void aRequestIsRead() throws Exception {
    take("{\"before\":\"2025-10-01T00:00:00Z\",\"requested_by\":\"anna\"}");

    assertThat(harness.extractOutputValues())
        .containsExactly(
            new RetentionRequest(
                "acme", "backend", Instant.parse("2025-10-01T00:00:00Z"), "trace-9"));
  }

  /** Nothing is ever removed because of a time that was read otherwise than it was meant. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"before\":null}",
        "{\"before\":1759276800}",
        "{\"before\":\"\"}",
        "{\"before\":\"2025-10-01\"}",
        "{\"before\":\"2025-13-01T00:00:00Z\"}",
        "{\"before\":\"2025-10-01T00:00:00\"}",
        "[]"
      })
  void everyViolationIsADeadLetter(String payload) throws Exception {
    take(payload);

    assertThat(harness.extractOutputValues()).isEmpty();
    assertThat(letters())
        .singleElement()
        .satisfies(letter -> assertThat(letter.errorCode()).isEqualTo(ErrorCode.SCHEMA_VIOLATION))
        .satisfies(letter -> assertThat(letter.traceId()).isEqualTo("trace-9"));
  }

  @Test
  void aTombstoneIsADeadLetterAndDoesNotStopTheJob() throws Exception {
    harness.processElement(new RawRecord(null, Drafts.POSITION, SEEN), 0);

    assertThat(letters()).extracting(DeadLetter::errorCode).containsExactly(ErrorCode.NOT_JSON);
  }

  private void take(String payload) throws Exception {
    String record =
        """
        {"event_id": "0b9d2c0e-5d3b-4f0a-9a43-0d2a5f3f6c13", "event_type": "%s",
         "tenant_id": "acme", "group_id": "backend", "trace_id": "trace-9",
         "occurred_at": "2025-11-10T12:00:00Z", "payload": %s}
        """
            .formatted(ParseRetentionFunction.EVENT_TYPE, payload);
    byte[] value = record.getBytes(StandardCharsets.UTF_8);
    harness.processElement(new RawRecord(value, Drafts.POSITION, SEEN), 0);
  }

  private List<DeadLetter> letters() {
    return Harnesses.side(harness, DeadLetterTag.TAG);
  }
}
