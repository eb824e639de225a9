package org.groupdigest.job.pipeline;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.groupdigest.job.model.Stage;
import org.groupdigest.job.model.StageArtifact;
import org.groupdigest.job.stage.StageRequest;
import org.groupdigest.job.stage.StageResult;
import org.groupdigest.job.stage.StageRunner;
import org.groupdigest.job.stage.StagesDone;

/**
 * One run of stages that are answered together, with its time.
 *
 * @param done how they ended
 * @param latencyMillis wall time in milliseconds
 */
record StageRun(StagesDone done, long latencyMillis) {

  static CompletionStage<StageRun> start(StageRunner runner, StageRequest request, Clock clock) {
    long from = clock.millis();
    return runner.run(request).thenApply(done -> new StageRun(done, clock.millis() - from));
  }

  static StageRun timedOut(List<Stage> stages) {
    List<StageResult> results = new ArrayList<>();
    stages.forEach(stage -> results.add(new StageResult.Failed(stage, "operator_timeout", 1)));
    return new StageRun(new StagesDone(results, List.of()), 0);
  }

  /** How the only stage ended. */
  StageResult only() {
    return done.results().get(0);
  }

  /** The same run of one stage with another artifact. */
  StageRun with(StageArtifact artifact) {
    List<StageResult> results = List.of(new StageResult.Done(artifact));
    return new StageRun(new StagesDone(results, done.calls()), latencyMillis);
  }

  List<StageArtifact> artifacts() {
    return done.results().stream()
        .filter(StageResult.Done.class::isInstance)
        .map(result -> ((StageResult.Done) result).artifact())
        .toList();
  }

  List<StageReport> reports() {
    return done.results().stream().map(this::report).toList();
  }

  private StageReport report(StageResult result) {
    if (result instanceof StageResult.Done finished) {
      StageArtifact artifact = finished.artifact();
      return new StageReport(
          artifact.stage(),
          artifact.outcome().wireName(),
          artifact.modelId(),
          artifact.attempts(),
          latencyMillis,
          "");
    }
    StageResult.Failed failed = (StageResult.Failed) result;
    return new StageReport(
        failed.stage(), "failed", "", failed.attempts(), latencyMillis, failed.errorCode());
  }

  private List<String> errors() {
    return done.results().stream()
        .filter(StageResult.Failed.class::isInstance)
        .map(result -> (StageResult.Failed) result)
        .map(failed -> failed.stage().wireName() + ": " + failed.errorCode())
        .toList();
  }

  /** The draft with the news and the receipts of this run, but not with what it produced. */
  DigestDraft reportTo(DigestDraft draft) {
    return draft.with(List.of(), reports(), errors()).withCalls(done.calls());
  }

  /** The draft with what this run produced. */
  DigestDraft addTo(DigestDraft draft) {
    return draft.with(artifacts(), reports(), errors()).withCalls(done.calls());
  }
}
