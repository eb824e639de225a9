package org.groupdigest.job.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.groupdigest.job.model.Stage;
import org.groupdigest.job.stage.StageRequest;
import org.groupdigest.job.stage.StageResult;
import org.groupdigest.job.stage.StageRunner;

/**
 * Runs the stages of one level side by side. A stage that fails leaves no artifact and a line in
 * the errors; the levels after it and the gate decide what that means.
 */
public final class StageLevelFunction extends DraftAsyncFunction {

  private static final long serialVersionUID = 1L;

  private final List<Stage> stages;
  private final DigestServices services;

  private transient DigestServices.Opened opened;
  private transient StageRunner runner;

  /**
   * @param stages stages of the level, none of which needs another of them
   * @param services engines and stores
   */
  public StageLevelFunction(List<Stage> stages, DigestServices services) {
    this.stages = List.copyOf(stages);
    this.services = services;
  }

  @Override
  protected void openServices() throws Exception {
    opened = services.open();
    runner = opened.stageRunner();
  }

  @Override
  protected CompletionStage<DigestDraft> apply(DigestDraft draft) {
    List<CompletableFuture<StageRun>> runs = new ArrayList<>();
    for (Stage stage : stages) {
      runs.add(StageRun.start(runner, request(stage, draft), opened.clock()).toCompletableFuture());
    }
    return CompletableFuture.allOf(runs.toArray(CompletableFuture[]::new))
        .thenCompose(done -> keep(draft, runs.stream().map(CompletableFuture::join).toList()));
  }

  private CompletionStage<DigestDraft> keep(DigestDraft draft, List<StageRun> runs) {
    DigestDraft next = draft;
    List<CompletableFuture<?>> kept = new ArrayList<>();
    for (StageRun run : runs) {
      next = run.addTo(next);
      if (run.result() instanceof StageResult.Done done) {
        kept.add(opened.keep(draft.context(), done.artifact()).toCompletableFuture());
      }
    }
    DigestDraft finished = next;
    return CompletableFuture.allOf(kept.toArray(CompletableFuture[]::new))
        .thenApply(done -> finished);
  }

  static StageRequest request(Stage stage, DigestDraft draft) {
    return new StageRequest(
        stage,
        draft.context(),
        draft.admission().language(),
        draft.artifactsByStage(),
        null,
        List.of(),
        1);
  }

  @Override
  protected DigestDraft onTimeout(DigestDraft draft) {
    DigestDraft next = draft;
    for (Stage stage : stages) {
      next = StageRun.timedOut(stage).addTo(next);
    }
    return next;
  }

  @Override
  public void close() throws Exception {
    if (opened != null) {
      opened.close();
    }
  }
}
