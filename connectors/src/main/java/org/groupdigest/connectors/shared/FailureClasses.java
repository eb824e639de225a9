package org.groupdigest.connectors.shared;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.apache.flink.connector.base.sink.throwable.FatalExceptionClassifier;

/**
 * Sorts a client's exceptions into lasting ones, known to a chain of classifiers, and passing ones:
 * all the rest. A {@link StoreException}, the verdict of our own code, lasts whatever the chain
 * says.
 *
 * @param lasting chain that maps every lasting failure to a {@link StoreException}
 * @param passing names any other failure in a word
 */
public record FailureClasses(
    FatalExceptionClassifier lasting, Function<Throwable, String> passing) {

  /** The lasting failure that this is, or empty when the same may succeed later. */
  public Optional<Exception> lasting(Throwable failure) {
    Throwable root = rootOf(failure);
    if (root instanceof StoreException known) {
      return Optional.of(known);
    }
    AtomicReference<Exception> found = new AtomicReference<>();
    // Its answer is true for failures that it does not know; what counts is the consumer.
    lasting.isFatal(root, found::set);
    return Optional.ofNullable(found.get());
  }

  /** Name of a failure that may pass. */
  public String passingCode(Throwable failure) {
    return passing.apply(rootOf(failure));
  }

  /** Turns the end of a call into a value; the stage that is returned never fails. */
  public <T> CompletionStage<StoreReply<T>> reply(CompletionStage<T> call) {
    return call.handle(
        (value, failure) -> failure == null ? new StoreReply.Answered<>(value) : failed(failure));
  }

  /** The same for a call that may also throw when it is made. */
  public <T> CompletionStage<StoreReply<T>> replyTo(
      Function<FailureClasses, ? extends CompletionStage<T>> call) {
    return reply(CompletableFuture.completedFuture(this).thenCompose(call));
  }

  private <T> StoreReply<T> failed(Throwable failure) {
    Optional<Exception> known = lasting(failure);
    if (known.isPresent()) {
      return new StoreReply.Refused<>(
          known.get() instanceof StoreException named ? named.code() : "refused");
    }
    return new StoreReply.Unavailable<>(passingCode(failure));
  }

  private static Throwable rootOf(Throwable failure) {
    boolean wrapped =
        failure instanceof CompletionException || failure instanceof ExecutionException;
    return wrapped && failure.getCause() != null ? rootOf(failure.getCause()) : failure;
  }
}
