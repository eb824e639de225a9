package org.groupdigest.job.app;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.groupdigest.job.config.DigestSettings;
import org.groupdigest.job.llm.LocalQuotaLedger;
import org.groupdigest.job.model.StageArtifact;
import org.groupdigest.job.model.WindowContext;
import org.groupdigest.job.persist.BaselineStore;
import org.groupdigest.job.persist.DigestWriter;
import org.groupdigest.job.persist.InMemoryPaidAnswers;
import org.groupdigest.job.persist.PersistOutcome;
import org.groupdigest.job.persist.WindowErasures;
import org.groupdigest.job.pipeline.DigestServices;
import org.groupdigest.job.stage.CallPlan;
import org.groupdigest.job.stage.StageRunner;
import org.groupdigest.job.stores.vectors.RelatedTopics;

/**
 * No stores: for bounded runs whose digests leave through the job's sinks. Baselines are those that
 * the job itself has seen, and what models cost is counted in this process.
 */
public final class OfflineServices implements DigestServices {

  private static final long serialVersionUID = 1L;

  private final DigestSettings settings;

  /**
   * @param settings timeouts and retries
   */
  public OfflineServices(DigestSettings settings) {
    this.settings = settings;
  }

  @Override
  public CallPlan callPlan() {
    return StageRunners.plan(settings);
  }

  @Override
  public Opened open() {
    return new OpenedOffline(OpenedStages.open(settings, null, OfflineServices::books));
  }

  private static SharedRouter.Books books() {
    Clock clock = Clock.systemUTC();
    return new SharedRouter.Books(
        new InMemoryPaidAnswers(clock), new LocalQuotaLedger(clock), () -> {});
  }

  private record OpenedOffline(OpenedStages stages) implements Opened {

    @Override
    public StageRunner stageRunner() {
      return stages.runner();
    }

    @Override
    public CompletionStage<Void> keep(WindowContext window, StageArtifact artifact) {
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public WindowErasures erasures() {
      return WindowErasures.none();
    }

    @Override
    public BaselineStore baselines() {
      return (group, hours, start) -> CompletableFuture.completedFuture(Optional.empty());
    }

    @Override
    public RelatedTopics related() {
      return RelatedTopics.none();
    }

    @Override
    public DigestWriter writer() {
      return write ->
          CompletableFuture.completedFuture(new PersistOutcome.Written(write.attempt()));
    }

    @Override
    public Clock clock() {
      return Clock.systemUTC();
    }

    @Override
    public void close() {
      stages.close();
    }
  }
}
