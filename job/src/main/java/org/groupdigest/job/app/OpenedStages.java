package org.groupdigest.job.app;

import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import org.groupdigest.connectors.shared.Lease;
import org.groupdigest.job.config.DigestSettings;
import org.groupdigest.job.stage.StageRunner;

/** Who answers stages for one operator, and what that holds open. */
final class OpenedStages implements AutoCloseable {

  private final ExecutorService threads;
  private final Lease<SharedRouter> router;
  private final StageRunner runner;

  private OpenedStages(ExecutorService threads, Lease<SharedRouter> router, StageRunner runner) {
    this.threads = threads;
    this.router = router;
    this.runner = runner;
  }

  /**
   * Opens what the settings say.
   *
   * @param stores where the books of model calls are kept, or null for none
   * @param books opens those books
   */
  static OpenedStages open(
      DigestSettings settings, Endpoints stores, Supplier<SharedRouter.Books> books) {
    ExecutorService threads = EngineThreads.start();
    if (!settings.llm().endpoint().isConfigured()) {
      return new OpenedStages(threads, null, StageRunners.builtIn(settings, threads));
    }
    Lease<SharedRouter> router = SharedRouter.lease(settings.llm(), stores, books);
    SharedRouter shared = router.client();
    return new OpenedStages(
        threads,
        router,
        StageRunners.withModels(settings, shared.router(), shared.prompts(), threads));
  }

  StageRunner runner() {
    return runner;
  }

  @Override
  public void close() {
    threads.shutdownNow();
    if (router != null) {
      router.close();
    }
  }
}
