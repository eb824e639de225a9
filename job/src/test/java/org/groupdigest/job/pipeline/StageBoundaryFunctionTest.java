package org.groupdigest.job.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.groupdigest.job.model.DigestStatus;
import org.groupdigest.job.model.Json;
import org.groupdigest.job.model.Stage;
import org.groupdigest.job.model.StageArtifact;
import org.groupdigest.job.model.StageOutcome;
import org.groupdigest.job.model.events.EventEnvelope;
import org.groupdigest.job.model.events.EventType;
import org.groupdigest.job.stage.CallPlan;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How the stages before went is told once, and which come next. */
class StageBoundaryFunctionTest {

  private static final StageReport DONE =
      new StageReport(Stage.SYNTHESIS_AGENT, "ok", "model-1", 1, 40, "");
  private static final StageReport FAILED =
      new StageReport(Stage.EMOTION_AGENT, "failed", "", 2, 3, "timeout");
  private static final StageArtifact TEXT =
      Drafts.artifact(Stage.SYNTHESIS_AGENT, Drafts.synthesis("It moves"));

  private OneInputStreamOperatorTestHarness<DigestDraft, DigestDraft> harness;

  @BeforeEach
  void open() throws Exception {
    harness = Harnesses.of(new StageBoundaryFunction(CallPlan.separate(), 1));
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  @Test
  void theNextStagesAreAnnounced() throws Exception {
    take(Drafts.open(Drafts.day(0)));

    assertThat(events())
        .extracting(EventEnvelope::eventType, event -> payload(event).path("stage").asText())
        .containsExactly(
            tuple(EventType.STAGE_STARTED, "roles_agent"),
            tuple(EventType.STAGE_STARTED, "topic_agent"));
  }

  @Test
  void aStageThatIsDoneIsToldWithWhereItsArtifactComesFrom() throws Exception {
    take(Drafts.open(Drafts.day(0)).with(List.of(TEXT), List.of(DONE), List.of()));

    EventEnvelope completed = events().get(0);
    assertThat(completed.eventType()).isEqualTo(EventType.STAGE_COMPLETED);
    assertThat(completed.traceId()).isEqualTo("trace-1");
    assertThat(completed.occurredAt()).isEqualTo(Drafts.day(0).end());
    JsonNode payload = payload(completed);
    assertThat(payload.path("stage").asText()).isEqualTo("synthesis_agent");
    assertThat(payload.path("outcome").asText()).isEqualTo("ok");
    assertThat(payload.path("model_id").asText()).isEqualTo("model-1");
    assertThat(payload.path("checksum").asText()).isEqualTo(TEXT.checksum());
    assertThat(payload.has("payload")).as("the artifact itself is not announced").isFalse();
  }

  @Test
  void aStageThatFailedHasNotCompleted() throws Exception {
    take(Drafts.open(Drafts.day(0)).with(List.of(), List.of(FAILED), List.of()));

    assertThat(events()).extracting(EventEnvelope::eventType).containsOnly(EventType.STAGE_STARTED);
  }

  /** Judged twice, completed once; a correction that was discarded has never completed. */
  @Test
  void onlyTheArtifactThatWasKeptIsToldAndOnce() throws Exception {
    StageReport judged = new StageReport(Stage.EVALUATION_AGENT, "ok", "model-1", 1, 9, "");
    StageReport discarded = new StageReport(Stage.SYNTHESIS_AGENT, "retry", "model-1", 2, 9, "");
    StageArtifact scores = Drafts.artifact(Stage.EVALUATION_AGENT, Drafts.scores(0.4));

    take(
        Drafts.open(Drafts.day(0))
            .with(List.of(TEXT, scores), List.of(judged, discarded, judged), List.of()));

    assertThat(events())
        .filteredOn(event -> event.eventType() == EventType.STAGE_COMPLETED)
        .singleElement()
        .satisfies(
            event ->
                assertThat(payload(event).path("stage").asText()).isEqualTo("evaluation_agent"));
  }

  @Test
  void whatWasToldIsNotToldAgainAtTheNextBoundary() throws Exception {
    take(Drafts.open(Drafts.day(0)).with(List.of(TEXT), List.of(DONE), List.of("a line")));

    DigestDraft out = harness.extractOutputValues().get(0);
    assertThat(out.reports()).isEmpty();
    assertThat(out.artifacts()).containsExactly(TEXT);
    assertThat(out.errors()).containsExactly("a line");
  }

  @Test
  void eachEventHasItsOwnId() throws Exception {
    StageArtifact again = retried();
    StageReport report = new StageReport(Stage.SYNTHESIS_AGENT, "retry", "model-1", 2, 9, "");

    take(Drafts.open(Drafts.day(0)).with(List.of(TEXT), List.of(DONE), List.of()));
    take(Drafts.open(Drafts.day(0)).with(List.of(again), List.of(report), List.of()));

    assertThat(events())
        .filteredOn(event -> event.eventType() == EventType.STAGE_COMPLETED)
        .extracting(EventEnvelope::eventId)
        .hasSize(2)
        .doesNotHaveDuplicates();
  }

  @Test
  void aCallIsToldToTheMetricsAtOneBoundaryOnly() throws Exception {
    DigestDraft called =
        Drafts.open(Drafts.day(0)).withCalls(List.of(Drafts.call("a", "model-1", 10, 5, false)));
    assertThat(called.freshCalls()).hasSize(1);

    take(called);

    DigestDraft passed = harness.extractOutputValues().get(0);
    assertThat(passed.freshCalls()).isEmpty();
    assertThat(passed.calls()).isEqualTo(called.calls());
  }

  @Test
  void aDraftThatHasEndedIsPassedOnInSilence() throws Exception {
    DigestDraft ended = Drafts.ended(DigestStatus.BLOCKED_FEATURE_FLAG);

    take(ended);

    assertThat(harness.extractOutputValues()).containsExactly(ended);
    assertThat(events()).isEmpty();
  }

  private static StageArtifact retried() {
    return new StageArtifact(
        TEXT.stage(),
        StageOutcome.RETRY,
        TEXT.modelId(),
        TEXT.promptId(),
        TEXT.promptVersion(),
        TEXT.schemaVersion(),
        TEXT.checksum(),
        TEXT.boundaryIntegrity(),
        2,
        TEXT.promptTokens(),
        TEXT.answerTokens(),
        TEXT.notes(),
        TEXT.payload());
  }

  private void take(DigestDraft draft) throws Exception {
    harness.processElement(draft, 0);
  }

  private List<EventEnvelope> events() {
    return Harnesses.side(harness, StageBoundaryFunction.EVENTS_TAG);
  }

  private static JsonNode payload(EventEnvelope event) {
    return Json.read(event.payload(), JsonNode.class);
  }
}
