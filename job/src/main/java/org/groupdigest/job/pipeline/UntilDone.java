package org.groupdigest.job.pipeline;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.function.Supplier;

/**
 * Repeats work that must be done one day, such as an erasure, with growing pauses and without end;
 * a store that is away holds it up and loses nothing. Closing ends what waits.
 */
final class UntilDone implements AutoCloseable {

  private final PersistRetries pauses;
  private final LongFunction<Executor> after;
  private final Consumer<Throwable> failed;
  private final Set<Runnable> endings = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /**
   * @param pauses how long the pauses are; how many does not count
   * @param after runs something after so many milliseconds
   * @param failed is told of every failure
   */
  UntilDone(PersistRetries pauses, LongFunction<Executor> after, Consumer<Throwable> failed) {
    this.pauses = pauses;
    this.after = after;
    this.failed = failed;
  }

  /** Waits by the process's own timer. */
  static UntilDone inRealTime(PersistRetries pauses, Consumer<Throwable> failed) {
    return new UntilDone(
        pauses,
        millis -> CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS, Runnable::run),
        failed);
  }

  /** The result of work that is begun until it succeeds; cancelled when this is closed before. */
  <T> CompletableFuture<T> run(Supplier<CompletionStage<T>> work) {
    CompletableFuture<T> result = new CompletableFuture<>();
    Runnable ending = () -> result.cancel(false);
    endings.add(ending);
    CompletionStage<T> watched = result;
    watched.whenComplete((value, error) -> endings.remove(ending));
    attempt(work, result, 0);
    return result;
  }

  private <T> void attempt(
      Supplier<CompletionStage<T>> work, CompletableFuture<T> result, int failures) {
    if (closed) {
      result.cancel(false);
    }
    if (!result.isDone()) {
      begin(work)
          .whenComplete(
              (value, error) -> {
                if (error == null) {
                  result.complete(value);
                } else {
                  failed.accept(error);
                  after
                      .apply(pauses.pauseMillis(failures))
                      .execute(() -> attempt(work, result, failures + 1));
                }
              });
    }
  }

  private static <T> CompletionStage<T> begin(Supplier<CompletionStage<T>> work) {
    try {
      return work.get();
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  @Override
  public void close() {
    closed = true;
    endings.forEach(Runnable::run);
  }
}
