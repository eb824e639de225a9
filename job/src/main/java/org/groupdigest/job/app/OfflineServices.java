package org.groupdigest.job.app;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import org.groupdigest.job.config.DigestSettings;
import org.groupdigest.job.model.StageArtifact;
import org.groupdigest.job.model.WindowContext;
import org.groupdigest.job.persist.BaselineStore;
import org.groupdigest.job.persist.DigestWriter;
import org.groupdigest.job.persist.PersistOutcome;
import org.groupdigest.job.pipeline.DigestServices;
import org.groupdigest.job.stage.CallPlan;
import org.groupdigest.job.stage.StageRunner;

/**
 * The built-in engine and no stores: for bounded runs whose digests leave through the job's sinks.
 * Baselines are those that the job itself has seen.
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
    return CallPlan.separate();
  }

  @Override
  public Opened open() {
    ExecutorService threads = EngineThreads.start();
    return new OpenedOffline(threads, BuiltInStages.runner(threads, settings));
  }

  private record OpenedOffline(ExecutorService threads, StageRunner stageRunner) implements Opened {

    @Override
    public CompletionStage<Void> keep(WindowContext window, StageArtifact artifact) {
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public BaselineStore baselines() {
      return (group, hours, start) -> CompletableFuture.completedFuture(Optional.empty());
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
      threads.shutdownNow();
    }
  }
}
