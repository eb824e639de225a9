package org.groupdigest.job.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.groupdigest.job.model.DeadLetter;
import org.groupdigest.job.model.DigestRecord;
import org.groupdigest.job.model.DigestStatus;
import org.groupdigest.job.model.ErrorCode;
import org.groupdigest.job.model.Json;
import org.groupdigest.job.model.events.EventEnvelope;
import org.groupdigest.job.model.events.EventType;
import org.groupdigest.job.persist.PersistOutcome;
import org.groupdigest.job.testing.Digests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is announced of a window, and only after the store has it. */
class OutcomeFunctionTest {

  private OneInputStreamOperatorTestHarness<FinishedDigest, DigestRecord> harness;

  @BeforeEach
  void open() throws Exception {
    harness = Harnesses.of(new OutcomeFunction());
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  @ParameterizedTest
  @EnumSource(DigestStatus.class)
  void nothingIsAnnouncedThatTheStoreRefused(DigestStatus status) throws Exception {
    take(finished(status, "").refused("sqlstate_08006", 24));

    assertThat(harness.extractOutputValues()).isEmpty();
    assertThat(events()).isEmpty();
    assertThat(letters()).singleElement().satisfies(OutcomeFunctionTest::isRefusal);
  }

  private static void isRefusal(DeadLetter letter) {
    assertThat(letter.stage()).isEqualTo("persist");
    assertThat(letter.errorCode()).isEqualTo(ErrorCode.PERSIST_FAILED);
    assertThat(letter.error()).isEqualTo("sqlstate_08006");
    assertThat(letter.retryCount()).isEqualTo(24);
    assertThat(letter.payloadSnippet()).isEqualTo(Drafts.day(0).windowId());
    assertThat(letter.source()).isEqualTo(Drafts.POSITION);
    assertThat(letter.tenantId()).isEqualTo("acme");
    assertThat(letter.groupId()).isEqualTo("backend");
    assertThat(letter.firstSeenAt()).isEqualTo(Drafts.day(0).end());
  }

  @Test
  void aReadyDigestIsPersistedAndReadyForItsTargets() throws Exception {
    take(finished(DigestStatus.READY, ""));

    assertThat(types()).containsExactly(EventType.PERSISTED, EventType.READY_FOR_DELIVERY);
    JsonNode payload = Json.read(events().get(1).payload(), JsonNode.class);
    assertThat(payload.path("targets").toString())
        .isEqualTo("[{\"channel\":\"telegram\",\"address\":\"-100\"}]");
    assertThat(harness.extractOutputValues()).hasSize(1);
    assertThat(letters()).isEmpty();
  }

  @Test
  void theAttemptThatTheStoreHasIsAnnounced() throws Exception {
    DigestRecord digest = finished(DigestStatus.READY, "").digest();
    PersistOutcome newer =
        new PersistOutcome.Redacted(digest, new PersistOutcome.Unchanged(3, null, true));

    take(finished(DigestStatus.READY, "").follow(newer).stored(0));

    assertThat(events())
        .extracting(event -> Json.read(event.payload(), JsonNode.class).path("attempt").asInt())
        .containsExactly(3, 3);
  }

  @ParameterizedTest
  @CsvSource({
    "BLOCKED_QUALITY, delivery_manager, QUALITY_BELOW_THRESHOLD",
    "BLOCKED_FAILURE, synthesis_agent, STAGE_FAILED"
  })
  void aDigestThatFailedIsBlockedAndADeadLetter(DigestStatus status, String stage, ErrorCode code)
      throws Exception {
    take(finished(status, "why"));

    assertThat(types()).containsExactly(EventType.PERSISTED, EventType.BLOCKED);
    assertThat(letters())
        .singleElement()
        .satisfies(letter -> assertThat(letter.stage()).isEqualTo(stage))
        .satisfies(letter -> assertThat(letter.errorCode()).isEqualTo(code))
        .satisfies(letter -> assertThat(letter.error()).isEqualTo("why"));
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKED_RBAC", "BLOCKED_QUOTA", "BLOCKED_FEATURE_FLAG"})
  void aDigestThatNobodyWantedIsBlockedAndNoDeadLetter(DigestStatus status) throws Exception {
    take(finished(status, "why"));

    assertThat(types()).containsExactly(EventType.PERSISTED, EventType.BLOCKED);
    assertThat(letters()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"SKIPPED_EMPTY_WINDOW", "SKIPPED_TOO_FEW_MESSAGES"})
  void aSkippedWindowIsOnlyPersisted(DigestStatus status) throws Exception {
    take(finished(status, "why"));

    assertThat(types()).containsExactly(EventType.PERSISTED);
    assertThat(letters()).isEmpty();
    assertThat(harness.extractOutputValues()).hasSize(1);
  }

  /** A replay must be recognised by whoever reads the events. */
  @Test
  void theSameOutcomeAgainIsTheSameEvents() throws Exception {
    take(finished(DigestStatus.READY, ""));
    List<EventEnvelope> first = events();
    take(finished(DigestStatus.READY, ""));

    assertThat(events().subList(2, 4)).isEqualTo(first);
    assertThat(first).extracting(EventEnvelope::occurredAt).containsOnly(Drafts.day(0).end());
  }

  private void take(FinishedDigest finished) throws Exception {
    harness.processElement(finished, 0);
  }

  private List<EventEnvelope> events() {
    return Harnesses.side(harness, OutcomeFunction.EVENTS_TAG);
  }

  private List<EventType> types() {
    return events().stream().map(EventEnvelope::eventType).toList();
  }

  private List<DeadLetter> letters() {
    return Harnesses.side(harness, DeadLetterTag.TAG);
  }

  private static FinishedDigest finished(DigestStatus status, String reason) {
    DigestRecord digest = new Digests().window(Drafts.day(0)).status(status, reason).build();
    return new FinishedDigest(digest, List.of(Drafts.CHAT), Drafts.POSITION, null, 0, 0);
  }
}
