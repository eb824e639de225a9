package org.groupdigest.job.app;

import java.util.function.Supplier;
import org.groupdigest.connectors.llm.LlmClient;
import org.groupdigest.connectors.llm.LlmClients;
import org.groupdigest.connectors.shared.Lease;
import org.groupdigest.connectors.shared.SharedClients;
import org.groupdigest.job.config.LlmSettings;
import org.groupdigest.job.llm.LlmRouter;
import org.groupdigest.job.llm.PaidAnswers;
import org.groupdigest.job.llm.QuotaLedger;
import org.groupdigest.job.llm.prompt.PromptBuilder;
import org.groupdigest.job.llm.route.DaemonScheduler;
import org.groupdigest.job.llm.route.ModelRouter;

/**
 * The one way of a process to the models of an endpoint: circuits, pauses and permits must be the
 * same for every operator and subtask, and the words of the prompts are loaded once.
 */
final class SharedRouter implements AutoCloseable {

  /**
   * What the router of a process is known by.
   *
   * @param settings settings of the models
   * @param stores where its books are kept, or null
   */
  private record Key(LlmSettings settings, Endpoints stores) {}

  private final LlmClient client;
  private final DaemonScheduler scheduler;
  private final LlmRouter router;
  private final PromptBuilder prompts;
  private final Books books;

  private SharedRouter(LlmSettings settings, Books books) {
    this.books = books;
    this.client = LlmClients.open(ModelEndpoints.of(settings));
    this.scheduler = new DaemonScheduler();
    this.prompts = StageRunners.prompts(settings);
    this.router =
        new ModelRouter(
            ModelRouter.Parts.of(client, books.answers(), books.ledger(), settings, scheduler));
  }

  /**
   * Where a router writes what it pays.
   *
   * @param answers answers that were paid for
   * @param ledger what tenants spend
   * @param closing closes them, after the router
   */
  record Books(PaidAnswers answers, QuotaLedger ledger, Runnable closing) {}

  /**
   * Leases the router of this process.
   *
   * @param stores where the books are kept, or null for none
   * @param opening opens the books if nobody has them
   */
  static Lease<SharedRouter> lease(
      LlmSettings settings, Endpoints stores, Supplier<Books> opening) {
    return SharedClients.ofProcess()
        .lease(new Key(settings, stores), () -> new SharedRouter(settings, opening.get()));
  }

  LlmRouter router() {
    return router;
  }

  PromptBuilder prompts() {
    return prompts;
  }

  /** Waits end first, so that whoever waits finds the client closed. */
  @Override
  public void close() {
    client.close();
    scheduler.close();
    books.closing().run();
  }
}
