package org.groupdigest.job.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.apache.flink.streaming.util.BroadcastOperatorTestHarness;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.groupdigest.job.model.DeadLetter;
import org.groupdigest.job.model.ErrorCode;
import org.groupdigest.job.model.Message;
import org.groupdigest.job.model.SourcePosition;
import org.groupdigest.job.model.TenantPolicy;
import org.groupdigest.job.testing.RecordedMetrics;
import org.groupdigest.job.window.GroupEvent;
import org.groupdigest.job.window.InitialPolicies;
import org.junit.jupiter.api.Test;

/** A tenant's wish for pseudonyms acts before a message is keyed or kept. */
class ParseMessagesFunctionTest {

  private static final String KEY = "a secret of sixteen";
  private static final Instant SEEN = Instant.parse("2025-11-10T09:00:00Z");

  @Test
  void namesStayWithoutAPolicy() throws Exception {
    try (Parsing parsing = new Parsing(InitialPolicies.none())) {
      assertThat(parsing.take("acme").toString()).contains("gleb_core", "anna");
    }
  }

  @Test
  void aPolicyThatIsBroadcastReplacesNamesInSenderTextAndMedia() throws Exception {
    try (Parsing parsing = new Parsing(InitialPolicies.none())) {
      parsing.harness.processBroadcastElement(policy("acme", true), 0);

      Message message = parsing.take("acme");

      assertThat(message.toString()).doesNotContain("gleb_core", "anna", "Anna");
      assertThat(message.author()).startsWith("[user:");
      assertThat(message.media().get(0).description()).contains("[user:");
      assertThat(parsing.take("other").toString()).contains("gleb_core");
    }
  }

  @Test
  void aPolicyThatIsKnownAtTheStartActsOnTheFirstMessageAndCanBeTakenBack() throws Exception {
    try (Parsing parsing = new Parsing(InitialPolicies.of(List.of(policy("acme", true))))) {
      assertThat(parsing.take("acme").toString()).doesNotContain("gleb_core");

      parsing.harness.processBroadcastElement(policy("acme", false), 0);

      assertThat(parsing.take("acme").toString()).contains("gleb_core");
    }
  }

  @Test
  void aDeadLetterIsCountedByStageAndErrorCode() {
    RecordedMetrics metrics = new RecordedMetrics();
    DeadLetter letter =
        new DeadLetter(
            "ingest", ErrorCode.NOT_JSON, "", null, "", 0, SEEN, null, "", "", "", "", position());

    assertThat(new DeadLetterCounter(metrics).counted(letter)).isSameAs(letter);

    assertThat(metrics.counts())
        .containsEntry("digest_dlq_total{stage=ingest,error_code=not_json}", 1L);
  }

  private static TenantPolicy policy(String tenant, boolean pseudonyms) {
    return new TenantPolicy(
        tenant,
        true,
        List.of(24),
        "UTC",
        "auto",
        List.of(),
        List.of(),
        null,
        pseudonyms,
        false,
        List.of(),
        null,
        null);
  }

  private static SourcePosition position() {
    return new SourcePosition("test", 0, 0);
  }

  private static final class Parsing implements AutoCloseable {

    final BroadcastOperatorTestHarness<RawRecord, TenantPolicy, GroupEvent> harness;

    Parsing(InitialPolicies initial) throws Exception {
      harness =
          ProcessFunctionTestHarnesses.forBroadcastProcessFunction(
              new ParseMessagesFunction(KEY, initial, List.of()), ParseMessagesFunction.POLICIES);
    }

    Message take(String tenant) throws Exception {
      String event =
          """
          {"event_id": "6f1d8a52-94c3-5d0e-8b27-3a1c5e7f9042",
           "event_type": "group.message.ingested.v1", "tenant_id": "%s", "group_id": "g",
           "trace_id": "t", "occurred_at": "2025-11-10T09:00:00Z", "source": "telegram",
           "payload": {"message_id": "1", "posted_at": "2025-11-10T09:00:00Z",
             "sender_id": "anna", "sender_username": "anna", "sender_name": "Anna",
             "text": "@gleb_core look at this",
             "media": [{"kind": "image", "description": "a note to @gleb_core"}]}}
          """
              .formatted(tenant);
      harness.processElement(
          new RawRecord(event.getBytes(StandardCharsets.UTF_8), position(), SEEN), 0);
      List<GroupEvent> events = harness.extractOutputValues();
      GroupEvent last = events.get(events.size() - 1);
      assertThat(last.message()).as("a valid record").isNotNull();
      return last.message().message();
    }

    @Override
    public void close() {
      try {
        harness.close();
      } catch (Exception e) {
        throw new AssertionError("the harness did not close", e);
      }
    }
  }
}
