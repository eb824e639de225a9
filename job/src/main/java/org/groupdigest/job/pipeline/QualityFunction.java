package org.groupdigest.job.pipeline;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.groupdigest.job.model.Stage;
import org.groupdigest.job.model.StageArtifact;

/** Runs the {@link QualityLoop} as an asynchronous step. */
public final class QualityFunction extends DraftAsyncFunction {

  private static final long serialVersionUID = 1L;

  private transient QualityLoop loop;

  /**
   * @param services engines and stores
   */
  public QualityFunction(DigestServices services) {
    super(services);
  }

  @Override
  protected void prepare() {
    loop = new QualityLoop(opened().stageRunner(), callPlan(), opened().clock());
  }

  @Override
  protected CompletionStage<DigestDraft> apply(DigestDraft draft) {
    return loop.run(draft).thenCompose(this::keep);
  }

  /** Keeps the judge's scores, and the text too when a correction replaced the one that is kept. */
  private CompletionStage<DigestDraft> keep(DigestDraft draft) {
    List<StageArtifact> made =
        draft.artifacts().stream()
            .filter(
                artifact ->
                    artifact.stage() == Stage.EVALUATION_AGENT
                        || artifact.notes().contains(QualityLoop.RETRY_USED))
            .toList();
    return ArtifactCache.keep(opened(), draft, made).thenApply(done -> draft);
  }

  @Override
  protected DigestDraft onTimeout(DigestDraft draft) {
    return StageRun.timedOut(List.of(Stage.EVALUATION_AGENT)).addTo(draft);
  }
}
