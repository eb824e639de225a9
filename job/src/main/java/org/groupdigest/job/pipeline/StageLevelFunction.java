package org.groupdigest.job.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.groupdigest.job.model.Stage;
import org.groupdigest.job.model.StageArtifact;
import org.groupdigest.job.stage.CallPlan;
import org.groupdigest.job.stage.StageRunner;

/**
 * Runs the stages of one level, those that share a call together and the calls side by side. A
 * stage that fails leaves no artifact and a line in the errors; the levels after it and the gate
 * decide what that means.
 */
public final class StageLevelFunction extends DraftAsyncFunction {

  private static final long serialVersionUID = 1L;

  private final int level;

  private transient CallPlan plan;
  private transient StageRunner runner;

  /**
   * @param level which level of the call plan, from 0
   * @param services engines and stores
   */
  public StageLevelFunction(int level, DigestServices services) {
    super(services);
    this.level = level;
  }

  @Override
  protected void prepare() {
    plan = callPlan();
    runner = opened().stageRunner();
  }

  @Override
  protected CompletionStage<DigestDraft> apply(DigestDraft draft) {
    List<CompletableFuture<StageRun>> runs = new ArrayList<>();
    for (List<Stage> stages : plan.calls(level, draft.messages())) {
      runs.add(
          StageRun.start(runner, StageRequests.of(stages, draft, plan), opened().clock())
              .toCompletableFuture());
    }
    return CompletableFuture.allOf(runs.toArray(CompletableFuture[]::new))
        .thenCompose(done -> keep(draft, runs.stream().map(CompletableFuture::join).toList()));
  }

  private CompletionStage<DigestDraft> keep(DigestDraft draft, List<StageRun> runs) {
    DigestDraft next = draft;
    List<StageArtifact> made = new ArrayList<>();
    for (StageRun run : runs) {
      next = run.addTo(next);
      made.addAll(run.artifacts());
    }
    DigestDraft finished = next;
    return ArtifactCache.keep(opened(), draft, made).thenApply(done -> finished);
  }

  @Override
  protected DigestDraft onTimeout(DigestDraft draft) {
    return StageRun.timedOut(plan.stages(level, draft.messages())).addTo(draft);
  }
}
