package org.groupdigest.job.pipeline;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.groupdigest.job.model.Stage;
import org.groupdigest.job.model.StageArtifact;

/** Runs the {@link QualityLoop} as an asynchronous step. */
public final class QualityFunction extends DraftAsyncFunction {

  private static final long serialVersionUID = 1L;

  private final DigestServices services;

  private transient DigestServices.Opened opened;
  private transient QualityLoop loop;

  /**
   * @param services engines and stores
   */
  public QualityFunction(DigestServices services) {
    this.services = services;
  }

  @Override
  protected void openServices() throws Exception {
    opened = services.open();
    loop = new QualityLoop(opened.stageRunner(), opened.clock());
  }

  @Override
  protected CompletionStage<DigestDraft> apply(DigestDraft draft) {
    return loop.run(draft).thenCompose(this::keep);
  }

  private CompletionStage<DigestDraft> keep(DigestDraft draft) {
    StageArtifact evaluation = draft.artifactsByStage().get(Stage.EVALUATION_AGENT.wireName());
    if (evaluation == null) {
      return CompletableFuture.completedFuture(draft);
    }
    return opened.keep(draft.context(), evaluation).thenApply(done -> draft);
  }

  @Override
  protected DigestDraft onTimeout(DigestDraft draft) {
    return StageRun.timedOut(Stage.EVALUATION_AGENT)
        .addTo(draft.with(List.of(), List.of(), List.of()));
  }

  @Override
  public void close() throws Exception {
    if (opened != null) {
      opened.close();
    }
  }
}
