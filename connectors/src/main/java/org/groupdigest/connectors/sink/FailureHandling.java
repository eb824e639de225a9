package org.groupdigest.connectors.sink;

import java.io.Serializable;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.flink.connector.base.sink.throwable.FatalExceptionClassifier;
import org.apache.flink.util.function.SerializableSupplier;

/**
 * What a sink does about failures.
 *
 * @param classifiers makes the chain that recognises what will not pass: it gives a {@link
 *     RejectedEntryException} when only the entry is at fault, any other exception when the job
 *     must fail; what it does not recognise is tried again
 * @param deadElements takes refused entries
 * @param delay between attempts
 * @param <E> what is written to the store
 */
public record FailureHandling<E>(
    SerializableSupplier<FatalExceptionClassifier> classifiers,
    DeadElements<E> deadElements,
    RetryDelay delay)
    implements Serializable {
  /** What the chain says of a failure unless the client has judged; empty to try again. */
  static Optional<Exception> fatal(FatalExceptionClassifier chain, Throwable failure) {
    boolean wrapped = failure instanceof CompletionException && failure.getCause() != null;
    Throwable cause = wrapped ? failure.getCause() : failure;
    if (cause instanceof RejectedEntryException rejected) {
      return Optional.of(rejected);
    }
    AtomicReference<Exception> verdict = new AtomicReference<>();
    chain.isFatal(cause, verdict::set);
    return Optional.ofNullable(verdict.get());
  }
}
