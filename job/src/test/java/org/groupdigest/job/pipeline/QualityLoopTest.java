package org.groupdigest.job.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.groupdigest.job.config.CallPlanKind;
import org.groupdigest.job.model.BaselineSnapshot;
import org.groupdigest.job.model.Evaluation;
import org.groupdigest.job.model.Json;
import org.groupdigest.job.model.Stage;
import org.groupdigest.job.model.StageArtifact;
import org.groupdigest.job.model.StageOutcome;
import org.groupdigest.job.model.Synthesis;
import org.groupdigest.job.stage.CallPlan;
import org.groupdigest.job.stage.GuardedStageRunner;
import org.groupdigest.job.stage.StageRequest;
import org.groupdigest.job.stage.StageRunner;
import org.groupdigest.job.stage.guard.StageGuard;
import org.groupdigest.job.testing.ScriptedEngine;
import org.junit.jupiter.api.Test;

/** A digest is judged, corrected at most once, and keeps the score that is its own. */
class QualityLoopTest {

  private static final Stage JUDGE = Stage.EVALUATION_AGENT;
  private static final Stage WRITER = Stage.SYNTHESIS_AGENT;
  private static final Synthesis FIRST = Drafts.synthesis("The release moves");
  private static final Synthesis SECOND = Drafts.synthesis("The release moves to Thursday");

  private final ScriptedEngine model = new ScriptedEngine("model-1");
  private final ScriptedEngine builtIn = new ScriptedEngine("extractive-1");

  @Test
  void aGoodDigestIsJudgedOnce() {
    model.says(JUDGE, json(Drafts.scores(0.7)));

    DigestDraft judged = run(draft());

    assertThat(scores(judged)).isEqualTo(Drafts.scores(0.7));
    assertThat(text(judged)).isEqualTo(FIRST);
    assertThat(model.requests()).hasSize(1);
    assertThat(judged.reports()).extracting(StageReport::stage).containsExactly(JUDGE);
  }

  @Test
  void aWeakDigestIsCorrectedOnceWithTheJudgesNotes() {
    model
        .says(JUDGE, json(Drafts.scores(0.4, "say when")))
        .says(JUDGE, json(Drafts.scores(0.9)))
        .says(WRITER, json(SECOND));

    DigestDraft judged = run(draft());

    assertThat(text(judged)).isEqualTo(SECOND);
    assertThat(scores(judged)).isEqualTo(Drafts.scores(0.9));
    assertThat(model.requests(WRITER))
        .singleElement()
        .satisfies(request -> assertThat(request.notes()).containsExactly("say when"))
        .satisfies(request -> assertThat(request.attempt()).isEqualTo(2));
    assertThat(judgedText(1)).as("what was judged again").isEqualTo(SECOND);
  }

  @Test
  void aCorrectionIsMarkedAsOneAndCountsItsTries() {
    model
        .says(JUDGE, json(Drafts.scores(0.4)))
        .says(JUDGE, json(Drafts.scores(0.9)))
        .says(WRITER, json(SECOND));

    StageArtifact kept = artifact(run(draft()), WRITER);

    assertThat(kept.outcome()).isEqualTo(StageOutcome.RETRY);
    assertThat(kept.notes()).contains("synthesis_retry_used");
    assertThat(kept.attempts()).isEqualTo(2);
  }

  @Test
  void aCorrectionIsKeptWithItsOwnScoreEvenIfStillWeak() {
    model
        .says(JUDGE, json(Drafts.scores(0.4)))
        .says(JUDGE, json(Drafts.scores(0.5, "still weak")))
        .says(WRITER, json(SECOND));

    DigestDraft judged = run(draft());

    assertThat(text(judged)).isEqualTo(SECOND);
    assertThat(scores(judged)).isEqualTo(Drafts.scores(0.5, "still weak"));
    assertThat(model.requests(WRITER)).as("corrections").hasSize(1);
  }

  @Test
  void aWorseCorrectionIsDiscardedAndTheFirstKeepsItsScore() {
    model
        .says(JUDGE, json(Drafts.scores(0.4)))
        .says(JUDGE, json(Drafts.scores(0.3)))
        .says(WRITER, json(SECOND));

    DigestDraft judged = run(draft());

    assertThat(text(judged)).isEqualTo(FIRST);
    assertThat(scores(judged)).isEqualTo(Drafts.scores(0.4));
    assertThat(artifact(judged, WRITER).notes()).doesNotContain("synthesis_retry_used");
  }

  /** What was discarded has been asked for all the same: latencies and counts must show it. */
  @Test
  void aDiscardedCorrectionStaysInTheReports() {
    model
        .says(JUDGE, json(Drafts.scores(0.4)))
        .says(JUDGE, json(Drafts.scores(0.3)))
        .says(WRITER, json(SECOND));

    assertThat(run(draft()).reports())
        .extracting(report -> report.stage() + " " + report.outcome())
        .containsExactly("EVALUATION_AGENT ok", "SYNTHESIS_AGENT retry", "EVALUATION_AGENT ok");
  }

  @Test
  void aCorrectionThatNobodyJudgesIsDiscarded() {
    model.says(JUDGE, json(Drafts.scores(0.4))).fails(JUDGE, "timeout").says(WRITER, json(SECOND));

    DigestDraft judged = run(draft());

    assertThat(text(judged)).isEqualTo(FIRST);
    assertThat(scores(judged)).isEqualTo(Drafts.scores(0.4));
    assertThat(judged.errors()).containsExactly("evaluation_agent: not_scripted");
  }

  @Test
  void theSameTextAgainIsNotJudgedAgain() {
    model.says(JUDGE, json(Drafts.scores(0.4))).says(WRITER, json(FIRST));

    DigestDraft judged = run(draft());

    assertThat(model.requests(JUDGE)).hasSize(1);
    assertThat(scores(judged)).isEqualTo(Drafts.scores(0.4));
    assertThat(artifact(judged, WRITER).outcome()).isEqualTo(StageOutcome.OK);
  }

  /** A stand-in of the built-in engine must not pass for the correction of the model. */
  @Test
  void aStandInIsNoCorrection() {
    model.says(JUDGE, json(Drafts.scores(0.4))).fails(WRITER, "http_500");
    builtIn.says(WRITER, json(SECOND));

    DigestDraft judged = run(draft());

    assertThat(text(judged)).isEqualTo(FIRST);
    assertThat(artifact(judged, WRITER).outcome()).isEqualTo(StageOutcome.OK);
    assertThat(model.requests(JUDGE)).hasSize(1);
  }

  @Test
  void aCorrectionThatFailsLeavesTheFirstTextAndSaysSo() {
    model.says(JUDGE, json(Drafts.scores(0.4))).fails(WRITER, "http_500");

    DigestDraft judged = run(draft());

    assertThat(text(judged)).isEqualTo(FIRST);
    assertThat(scores(judged)).isEqualTo(Drafts.scores(0.4));
    assertThat(judged.errors()).containsExactly("synthesis_agent: not_scripted");
  }

  @Test
  void withoutAJudgeThereIsNoScoreAndNoCorrection() {
    model.fails(JUDGE, "http_500").says(WRITER, json(SECOND));

    DigestDraft judged = run(draft());

    assertThat(artifact(judged, JUDGE)).isNull();
    assertThat(text(judged)).isEqualTo(FIRST);
    assertThat(model.requests(WRITER)).isEmpty();
    assertThat(judged.errors()).containsExactly("evaluation_agent: not_scripted");
  }

  @Test
  void withoutATextNobodyIsAsked() {
    DigestDraft nothing = Drafts.open(Drafts.day(1));

    assertThat(run(nothing)).isSameAs(nothing);
    assertThat(model.requests()).isEmpty();
  }

  @Test
  void theCorrectionKnowsThePreviousDigest() {
    model
        .says(JUDGE, json(Drafts.scores(0.4)))
        .says(JUDGE, json(Drafts.scores(0.9)))
        .says(WRITER, json(SECOND));
    Instant end = Drafts.day(0).end();
    BaselineSnapshot before = new BaselineSnapshot("w-before", end, List.of(), 0.8);

    run(draft().withStoredBaseline(before));

    StageRequest correction = model.requests(WRITER).get(0);
    assertThat(correction.previous()).isEqualTo(before);
  }

  /** What a judge of words thinks of a model's text says nothing: the gate must stay closed. */
  @Test
  void aStandInForTheJudgeIsNoJudge() {
    model.fails(JUDGE, "http_500");
    builtIn.says(JUDGE, json(Drafts.scores(1.0)));

    DigestDraft judged = run(draft());

    assertThat(artifact(judged, JUDGE)).isNull();
    assertThat(judged.errors()).containsExactly("evaluation_agent: judge_unavailable");
    assertThat(judged.reports()).extracting(StageReport::outcome).containsExactly("fallback");
  }

  @Test
  void aTextOfTheBuiltInEngineMayBeJudgedByIt() {
    model.fails(JUDGE, "http_500");
    builtIn.says(JUDGE, json(Drafts.scores(0.9)));
    DigestDraft standIn =
        Drafts.with(
            Drafts.open(Drafts.day(1)), Drafts.artifact(WRITER, StageOutcome.FALLBACK, FIRST));

    assertThat(scores(run(standIn))).isEqualTo(Drafts.scores(0.9));
  }

  @Test
  void everyCallIsBilledAlsoThatOfADiscardedCorrection() {
    model
        .says(JUDGE, json(Drafts.scores(0.4)))
        .says(JUDGE, json(Drafts.scores(0.3)))
        .says(WRITER, json(SECOND));

    DigestDraft judged = run(draft());

    assertThat(text(judged)).isEqualTo(FIRST);
    assertThat(judged.calls()).hasSize(3);
    assertThat(judged.callsMade()).isEqualTo(3);
  }

  /** The window of these drafts is a micro window: one call was made, and one is the judge's. */
  @Test
  void aCorrectionThatNobodyCouldJudgeIsNotPaidFor() {
    model.says(JUDGE, json(Drafts.scores(0.4))).says(WRITER, json(SECOND));
    DigestDraft once = draft().withCalls(List.of(Drafts.call("a", "model-1", 10, 5, false)));

    DigestDraft judged = run(once, new CallPlan(CallPlanKind.DEFAULT, 20));

    assertThat(model.requests(WRITER)).isEmpty();
    assertThat(judged.callsMade()).isEqualTo(2);
  }

  private static DigestDraft draft() {
    return Drafts.with(Drafts.open(Drafts.day(1)), Drafts.artifact(WRITER, FIRST));
  }

  private DigestDraft run(DigestDraft draft) {
    return run(draft, CallPlan.separate());
  }

  private DigestDraft run(DigestDraft draft, CallPlan plan) {
    StageRunner runner =
        new GuardedStageRunner(model, builtIn, new StageGuard(), 0, Duration.ofMinutes(1));
    Clock clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
    return new QualityLoop(runner, plan, clock).run(draft).toCompletableFuture().join();
  }

  private Synthesis judgedText(int judgement) {
    StageRequest request = model.requests(JUDGE).get(judgement);
    return request.payload(WRITER, Synthesis.class).orElseThrow();
  }

  private static Synthesis text(DigestDraft draft) {
    return draft.payload(WRITER, Synthesis.class).orElseThrow();
  }

  private static Evaluation scores(DigestDraft draft) {
    return draft.payload(JUDGE, Evaluation.class).orElseThrow();
  }

  private static StageArtifact artifact(DigestDraft draft, Stage stage) {
    return draft.artifactsByStage().get(stage.wireName());
  }

  private static String json(Object payload) {
    return Json.write(payload);
  }
}
