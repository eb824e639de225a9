package org.groupdigest.job.stores.context;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.groupdigest.job.context.ContextMatch;
import org.groupdigest.job.context.ContextReply;
import org.groupdigest.job.context.ContextStorage;
import org.groupdigest.job.model.GroupKey;
import org.groupdigest.job.model.HistoryMessage;
import org.groupdigest.job.model.WindowContext;
import org.groupdigest.job.model.WindowRef;

/**
 * Leaves a storage alone that has failed so many times in a row: for a while every call fails at
 * once ({@code circuit_open}), then one is let through to see. So a dead service costs its timeout
 * now and then, and not with every window.
 */
public final class CircuitContextStorage implements ContextStorage {

  private static final String OPEN = "circuit_open";

  private final ContextStorage storage;
  private final CircuitBreaker circuit;

  /**
   * @param storage what is asked
   * @param failures in a row that open the circuit
   * @param recovery how long it stays open
   * @param clock measures it
   */
  public CircuitContextStorage(
      ContextStorage storage, int failures, Duration recovery, Clock clock) {
    this.storage = storage;
    this.circuit =
        CircuitBreaker.of(
            "context-storage",
            CircuitBreakerConfig.custom()
                .slidingWindowType(SlidingWindowType.COUNT_BASED)
                .slidingWindowSize(failures)
                .minimumNumberOfCalls(failures)
                .failureRateThreshold(100)
                .waitDurationInOpenState(recovery)
                .permittedNumberOfCallsInHalfOpenState(1)
                .recordResult(ContextReply.Failed.class::isInstance)
                .clock(clock)
                .build());
  }

  @Override
  public CompletionStage<ContextReply<Integer>> upsertWindowContext(WindowContext window) {
    return guarded(() -> storage.upsertWindowContext(window));
  }

  @Override
  public CompletionStage<ContextReply<List<HistoryMessage>>> fetchRecentContext(
      WindowRef window, int windows, int messages) {
    return guarded(() -> storage.fetchRecentContext(window, windows, messages));
  }

  @Override
  public CompletionStage<ContextReply<List<String>>> listNamespaces() {
    return guarded(storage::listNamespaces);
  }

  @Override
  public CompletionStage<ContextReply<List<ContextMatch>>> search(
      GroupKey group, String text, int limit) {
    return guarded(() -> storage.search(group, text, limit));
  }

  private <T> CompletionStage<ContextReply<T>> guarded(
      Supplier<CompletionStage<ContextReply<T>>> call) {
    return circuit.executeCompletionStage(call).exceptionally(CircuitContextStorage::failed);
  }

  private static <T> ContextReply<T> failed(Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    return new ContextReply.Failed<>(
        cause instanceof CallNotPermittedException ? OPEN : cause.getClass().getSimpleName());
  }
}
