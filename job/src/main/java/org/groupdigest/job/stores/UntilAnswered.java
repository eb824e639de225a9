package org.groupdigest.job.stores;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.groupdigest.connectors.sink.RetryDelays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a store again and again, in place and with growing pauses, for as long as its failures may
 * pass. Every call ends: answered, with a failure that lasts, or cancelled when this is closed.
 */
public final class UntilAnswered implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(UntilAnswered.class);

  private final String store;
  private final RetryDelays delays;
  private final Predicate<Throwable> passes;
  private final LongFunction<Executor> later;
  private final AtomicBoolean away = new AtomicBoolean();
  private final Set<Runnable> endings = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /**
   * @param store name of the store, for the log
   * @param delays pauses after failures
   * @param passes which failures may pass
   * @param later runs work after so many milliseconds
   */
  public UntilAnswered(
      String store, RetryDelays delays, Predicate<Throwable> passes, LongFunction<Executor> later) {
    this.store = store;
    this.delays = delays;
    this.passes = passes;
    this.later = later;
  }

  /** The same with the clock of the machine. */
  public UntilAnswered(String store, RetryDelays delays, Predicate<Throwable> passes) {
    this(
        store,
        delays,
        passes,
        millis -> CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS, Runnable::run));
  }

  /**
   * The same, for failures of which every one passes.
   *
   * @param first pause after one failure
   * @param longest pause after many
   * @param failed told of each failure
   */
  public static UntilAnswered always(
      String store, Duration first, Duration longest, Consumer<Throwable> failed) {
    return new UntilAnswered(
        store,
        new RetryDelays(first, longest),
        failure -> {
          failed.accept(failure);
          return true;
        });
  }

  /** The answer to a question, which may be put many times. */
  public <T> CompletableFuture<T> ask(Supplier<CompletionStage<T>> question) {
    CompletableFuture<T> answer = new CompletableFuture<>();
    Runnable ending =
        () -> answer.completeExceptionally(new CancellationException("closed while waiting"));
    endings.add(ending);
    var unused = answer.whenComplete((value, failure) -> endings.remove(ending));
    put(question, answer, 1);
    return answer;
  }

  private <T> void put(
      Supplier<CompletionStage<T>> question, CompletableFuture<T> answer, int attempt) {
    if (closed) {
      answer.completeExceptionally(new CancellationException("closed while waiting"));
      return;
    }
    // Inside the future from the start: a question that throws is one that failed.
    var unused =
        CompletableFuture.completedFuture(question)
            .thenCompose(Supplier::get)
            .whenComplete((value, failure) -> settle(question, answer, attempt, value, failure));
  }

  private <T> void settle(
      Supplier<CompletionStage<T>> question,
      CompletableFuture<T> answer,
      int attempt,
      T value,
      Throwable failure) {
    if (failure == null) {
      back();
      answer.complete(value);
      return;
    }
    Throwable cause = cause(failure);
    if (passes.test(cause)) {
      gone(cause);
      later.apply(delays.millisAfter(attempt)).execute(() -> put(question, answer, attempt + 1));
    } else {
      answer.completeExceptionally(cause);
    }
  }

  private void back() {
    if (away.compareAndSet(true, false)) {
      LOG.info("{} is back", store);
    }
  }

  private void gone(Throwable cause) {
    if (away.compareAndSet(false, true)) {
      // A message of an exception could quote what was to be written.
      String what = cause.getClass().getSimpleName();
      LOG.warn("{} does not answer ({}), it is asked again", store, what);
    }
  }

  /** What lies inside the wrappings of a stage. */
  static Throwable cause(Throwable failure) {
    boolean wrapped = failure instanceof CompletionException && failure.getCause() != null;
    return wrapped ? cause(failure.getCause()) : failure;
  }

  /** Cancels what waits; nothing is asked any more. */
  @Override
  public void close() {
    closed = true;
    endings.forEach(Runnable::run);
  }
}
