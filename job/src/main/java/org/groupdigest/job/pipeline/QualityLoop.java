package org.groupdigest.job.pipeline;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.groupdigest.job.model.BaselineDelta;
import org.groupdigest.job.model.Evaluation;
import org.groupdigest.job.model.Json;
import org.groupdigest.job.model.Stage;
import org.groupdigest.job.model.StageArtifact;
import org.groupdigest.job.model.StageOutcome;
import org.groupdigest.job.model.Topics;
import org.groupdigest.job.quality.BaselineComparison;
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

  private final StageRunner runner;
  private final Clock clock;

  QualityLoop(StageRunner runner, Clock clock) {
    this.runner = runner;
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
              return evaluation == null || isGoodEnough(evaluation, draft)
                  ? CompletableFuture.completedFuture(judged)
                  : correct(judged, synthesis, evaluation);
            });
  }

  private CompletionStage<DigestDraft> judge(DigestDraft draft) {
    return StageRun.start(runner, StageLevelFunction.request(Stage.EVALUATION_AGENT, draft), clock)
        .thenApply(run -> run.addTo(draft));
  }

  private static boolean isGoodEnough(Evaluation evaluation, DigestDraft draft) {
    return evaluation.weakest() >= draft.admission().qualityThreshold();
  }

  private CompletionStage<DigestDraft> correct(
      DigestDraft judged, StageArtifact first, Evaluation evaluation) {
    return StageRun.start(runner, correction(judged, evaluation), clock)
        .thenCompose(
            run -> {
              if (run.result() instanceof StageResult.Done done
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

  private static StageRequest correction(DigestDraft judged, Evaluation evaluation) {
    StageRequest plain = StageLevelFunction.request(Stage.SYNTHESIS_AGENT, judged);
    return new StageRequest(
        plain.stage(),
        plain.context(),
        plain.language(),
        plain.artifacts(),
        baseline(judged, evaluation),
        evaluation.notes(),
        2);
  }

  /** The comparison with the previous digest, as far as the store knows that one by now. */
  private static BaselineDelta baseline(DigestDraft judged, Evaluation evaluation) {
    if (judged.storedBaseline() == null) {
      return null;
    }
    Topics topics = judged.payload(Stage.TOPIC_AGENT, Topics.class).orElse(new Topics(List.of()));
    return BaselineComparison.compare(
        judged.storedBaseline(), topics, BaselineComparison.weakestScore(evaluation));
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
