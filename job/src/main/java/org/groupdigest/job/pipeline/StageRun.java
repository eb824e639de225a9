package org.groupdigest.job.pipeline;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.groupdigest.job.model.Stage;
import org.groupdigest.job.model.StageArtifact;
import org.groupdigest.job.stage.StageRequest;
import org.groupdigest.job.stage.StageResult;
import org.groupdigest.job.stage.StageRunner;

/**
 * One run of a stage with its time.
 *
 * @param result how it ended
 * @param latencyMillis wall time in milliseconds
 */
record StageRun(StageResult result, long latencyMillis) {

  static CompletionStage<StageRun> start(StageRunner runner, StageRequest request, Clock clock) {
    long from = clock.millis();
    return runner.run(request).thenApply(result -> new StageRun(result, clock.millis() - from));
  }

  static StageRun timedOut(Stage stage) {
    return new StageRun(new StageResult.Failed(stage, "operator_timeout", 1), 0);
  }

  /** The same run with another artifact. */
  StageRun with(StageArtifact artifact) {
    return new StageRun(new StageResult.Done(artifact), latencyMillis);
  }

  StageReport report() {
    if (result instanceof StageResult.Done done) {
      return new StageReport(
          result.stage(),
          done.artifact().outcome().wireName(),
          done.artifact().modelId(),
          done.artifact().attempts(),
          latencyMillis,
          "");
    }
    StageResult.Failed failed = (StageResult.Failed) result;
    return new StageReport(
        failed.stage(), "failed", "", failed.attempts(), latencyMillis, failed.errorCode());
  }

  /** The draft with the news of this run, but not with what it produced. */
  DigestDraft reportTo(DigestDraft draft) {
    return result instanceof StageResult.Done
        ? draft.with(List.of(), List.of(report()), List.of())
        : addTo(draft);
  }

  /** The draft with what this run produced. */
  DigestDraft addTo(DigestDraft draft) {
    if (result instanceof StageResult.Done done) {
      return draft.with(List.of(done.artifact()), List.of(report()), List.of());
    }
    StageResult.Failed failed = (StageResult.Failed) result;
    String line = failed.stage().wireName() + ": " + failed.errorCode();
    return draft.with(List.of(), List.of(report()), List.of(line));
  }
}
