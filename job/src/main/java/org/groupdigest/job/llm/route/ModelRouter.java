package org.groupdigest.job.llm.route;

import java.time.Clock;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.groupdigest.connectors.llm.LlmClient;
import org.groupdigest.job.config.LlmSettings;
import org.groupdigest.job.llm.LlmRouter;
import org.groupdigest.job.llm.PaidAnswers;
import org.groupdigest.job.llm.QuotaLedger;
import org.groupdigest.job.llm.RoutedAnswer;
import org.groupdigest.job.llm.RoutedRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The router of a process. Circuits, pauses and permits are its own, so one process has one router
 * for each endpoint; it is closed by closing its parts.
 *
 * <pre>{@code
 * LlmRouter router = new ModelRouter(ModelRouter.Parts.of(client, answers, ledger, settings, scheduler));
 * router.route(request).thenAccept(answer -> ...);
 * }</pre>
 */
public final class ModelRouter implements LlmRouter {

  private static final Logger LOG = LoggerFactory.getLogger(ModelRouter.class);

  private final RouteServices services;

  /** A router of these parts. */
  public ModelRouter(Parts parts) {
    this.services = RouteServices.of(parts);
  }

  @Override
  public CompletionStage<RoutedAnswer> route(RoutedRequest request) {
    Route route = new Route(services, request);
    return begin(route).exceptionally(error -> mistake(route, error));
  }

  private static CompletionStage<RoutedAnswer> begin(Route route) {
    try {
      return route.begin();
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  /** The message of an exception may quote a prompt; its class does not. */
  private static RoutedAnswer mistake(Route route, Throwable error) {
    Throwable cause = error.getCause() == null ? error : error.getCause();
    LOG.error("routing a prompt failed: {}", cause.getClass().getName());
    return route.failed(Codes.ROUTER_ERROR);
  }

  /**
   * What a router is made of.
   *
   * @param client speaks to the provider
   * @param answers answers that were paid for
   * @param ledger counts what tenants spend
   * @param settings models, limits and prices
   * @param clock measures deadlines, pauses and circuits
   * @param scheduler ends waits
   * @param random jitter; thread-safe
   * @param ids texts no two of which are equal; thread-safe
   */
  public record Parts(
      LlmClient client,
      PaidAnswers answers,
      QuotaLedger ledger,
      LlmSettings settings,
      Clock clock,
      Scheduler scheduler,
      RandomGenerator random,
      Supplier<String> ids) {

    /** With the machine's clock and chance. */
    public static Parts of(
        LlmClient client,
        PaidAnswers answers,
        QuotaLedger ledger,
        LlmSettings settings,
        Scheduler scheduler) {
      return new Parts(
          client,
          answers,
          ledger,
          settings,
          Clock.systemUTC(),
          scheduler,
          new Random(),
          () -> UUID.randomUUID().toString());
    }
  }
}
