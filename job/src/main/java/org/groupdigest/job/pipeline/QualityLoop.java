package org.groupdigest.job.pipeline;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.groupdigest.job.model.Evaluation;
import org.groupdigest.job.model.Json;
import org.groupdigest.job.model.Stage;
import org.groupdigest.job.model.StageArtifact;
import org.groupdigest.job.model.StageOutcome;
import org.groupdigest.job.stage.CallPlan;
import org.groupdigest.job.stage.StageRequest;
import org.groupdigest.job.stage.StageResult;
import org.groupdigest.job.stage.StageRunner;

/**
 * Has a digest judged, and once corrected when the judge is not content: the correction sees the
 * judge's notes and is judged itself; the better text is kept with its own score. Without a judge
 * there is no score, and the gate stays closed.
 */
final class QualityLoop {

  /** Note on the synthesis that a correction replaced the first text. */
  static final String RETRY_USED = "synthesis_retry_used";

  /** Error code when a model wrote the text and only the built-in engine would judge it. */
  static final String NO_JUDGE = "evaluation_agent: judge_unavailable";

  private static final int CALLS_OF_A_CORRECTION = 2;

  private final StageRunner runner;
  private final CallPlan plan;
  private final Clock clock;

  QualityLoop(StageRunner runner, CallPlan plan, Clock clock) {
    this.runner = runner;
    this.plan = plan;
    this.clock = clock;
  }

  CompletionStage<DigestDraft> run(DigestDraft draft) {
    StageArtifact synthesis = draft.artifactsByStage().get(Stage.SYNTHESIS_AGENT.wireName());
    if (synthesis == null) {
      return CompletableFuture.completedFuture(draft);
    }
    return judge(draft)
        .thenCompose(
            judged -> {
              Evaluation evaluation = evaluationOf(judged);
              return evaluation == null || isGoodEnough(evaluation, draft) || !isAffordable(judged)
                  ? CompletableFuture.completedFuture(judged)
                  : correct(judged, synthesis, evaluation);
            });
  }

  private CompletionStage<DigestDraft> judge(DigestDraft draft) {
    return StageRun.start(runner, StageRequests.judgement(draft, plan), clock)
        .thenApply(run -> isNoJudge(run, draft) ? unjudged(run, draft) : run.addTo(draft));
  }

  /**
   * A model's text that only a stand-in has looked at has not been judged: the gate stays closed.
   */
  private static boolean isNoJudge(StageRun run, DigestDraft draft) {
    return run.only() instanceof StageResult.Done done
        && done.artifact().outcome() == StageOutcome.FALLBACK
        && draft.artifactsByStage().get(Stage.SYNTHESIS_AGENT.wireName()).outcome()
            != StageOutcome.FALLBACK;
  }

  private static DigestDraft unjudged(StageRun run, DigestDraft draft) {
    return run.reportTo(draft).with(List.of(), List.of(), List.of(NO_JUDGE));
  }

  private static boolean isGoodEnough(Evaluation evaluation, DigestDraft draft) {
    return evaluation.weakest() >= draft.admission().qualityThreshold();
  }

  /** A correction that nobody could judge any more would be paid for and thrown away. */
  private boolean isAffordable(DigestDraft judged) {
    int left = plan.callsLeftForJudge(judged.messages(), judged.callsMade());
    return left >= CALLS_OF_A_CORRECTION;
  }

  private CompletionStage<DigestDraft> correct(
      DigestDraft judged, StageArtifact first, Evaluation evaluation) {
    return StageRun.start(runner, correction(judged, evaluation), clock)
        .thenCompose(
            run -> {
              if (run.only() instanceof StageResult.Done done
                  && isAnother(done.artifact(), first)) {
                StageRun retried = run.with(marked(done.artifact(), first));
                return judge(retried.addTo(judged).without(Stage.EVALUATION_AGENT))
                    .thenApply(again -> better(judged, evaluation, again));
              }
              return CompletableFuture.completedFuture(run.reportTo(judged));
            });
  }

  /** A stand-in of the built-in engine is not the correction that the model was asked for. */
  private static boolean isAnother(StageArtifact corrected, StageArtifact first) {
    return corrected.outcome() != StageOutcome.FALLBACK
        && !corrected.checksum().equals(first.checksum());
  }

  private StageRequest correction(DigestDraft judged, Evaluation evaluation) {
    return StageRequests.of(List.of(Stage.SYNTHESIS_AGENT), judged, plan)
        .corrected(evaluation.notes());
  }

  /** What was tried and discarded stays in the reports: it was paid for. */
  private static DigestDraft better(DigestDraft first, Evaluation firstScore, DigestDraft second) {
    Evaluation secondScore = evaluationOf(second);
    return secondScore == null || secondScore.weakest() <= firstScore.weakest()
        ? second.withArtifactsOf(first)
        : second;
  }

  private static StageArtifact marked(StageArtifact corrected, StageArtifact first) {
    List<String> notes = new ArrayList<>(corrected.notes());
    notes.add(RETRY_USED);
    return new StageArtifact(
        corrected.stage(),
        StageOutcome.RETRY,
        corrected.modelId(),
        corrected.promptId(),
        corrected.promptVersion(),
        corrected.schemaVersion(),
        corrected.checksum(),
        corrected.boundaryIntegrity(),
        first.attempts() + corrected.attempts() - 1,
        corrected.promptTokens(),
        corrected.answerTokens(),
        notes,
        corrected.payload());
  }

  private static Evaluation evaluationOf(DigestDraft draft) {
    StageArtifact artifact = draft.artifactsByStage().get(Stage.EVALUATION_AGENT.wireName());
    return artifact == null ? null : Json.read(artifact.payload(), Evaluation.class);
  }
}
