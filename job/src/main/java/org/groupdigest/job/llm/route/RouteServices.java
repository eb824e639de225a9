package org.groupdigest.job.llm.route;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.groupdigest.connectors.llm.LlmClient;
import org.groupdigest.job.config.LlmLimitSettings;
import org.groupdigest.job.config.LlmRetrySettings;
import org.groupdigest.job.config.LlmSettings;
import org.groupdigest.job.llm.PaidAnswers;

/** What all routes of a router share. */
record RouteServices(
    LlmClient client,
    PaidAnswers answers,
    LlmSettings settings,
    ModelChain chain,
    QuotaGuard quota,
    ModelHealth health,
    TenantPermits permits,
    Backoff backoff,
    Clock clock,
    Scheduler scheduler) {

  /**
   * Long enough to see that a model works for others even when those ask rarely, short enough that
   * a model that goes down is not excused for long.
   */
  private static final Duration EVIDENCE = Duration.ofSeconds(10);

  static RouteServices of(ModelRouter.Parts parts) {
    LlmRetrySettings retry = parts.settings().retry();
    LlmLimitSettings limits = parts.settings().limits();
    return new RouteServices(
        parts.client(),
        parts.answers(),
        parts.settings(),
        new ModelChain(parts.settings().models()),
        new QuotaGuard(parts.ledger(), limits, parts.ids()),
        new ModelHealth(limits.failureThreshold(), limits.recovery(), EVIDENCE, parts.clock()),
        new TenantPermits(
            limits.concurrency(), limits.tenantConcurrency(), parts.clock(), parts.scheduler()),
        new Backoff(retry.baseDelay(), retry.maxDelay(), parts.random()),
        parts.clock(),
        parts.scheduler());
  }

  /** Completes at an instant, or a little before when the clock is set back meanwhile. */
  CompletionStage<Void> until(Instant at) {
    Duration wait = Duration.between(clock.instant(), at);
    if (wait.isNegative() || wait.isZero()) {
      return CompletableFuture.completedFuture(null);
    }
    CompletableFuture<Void> over = new CompletableFuture<>();
    scheduler.after(wait, () -> over.complete(null));
    return over;
  }
}
