package org.groupdigest.connectors.sink;

import java.io.Serializable;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.apache.flink.connector.base.sink.AsyncSinkBaseBuilder;
import org.apache.flink.connector.base.sink.throwable.FatalExceptionClassifier;
import org.apache.flink.connector.base.sink.writer.ElementConverter;
import org.apache.flink.util.function.SerializableSupplier;

/**
 * What the builders of such sinks have in common: the converter, the limits (of Flink's builder)
 * and what is done about failures.
 *
 * @param <T> elements of the stream
 * @param <E> what is written to the store
 * @param <B> the builder
 */
public abstract class EntryStoreSinkBuilder<
        T, E extends Serializable, B extends EntryStoreSinkBuilder<T, E, B>>
    extends AsyncSinkBaseBuilder<T, E, B> {
  private ElementConverter<T, E> converter;
  private SerializableSupplier<FatalExceptionClassifier> classifiers;
  private DeadElements<E> deadElements = DeadElements.failing();
  private RetryDelay retryDelay = RetryDelay.standard();

  /**
   * Starts with the store's own chain.
   *
   * @param classifiers makes the chain that recognises what will not pass
   */
  protected EntryStoreSinkBuilder(SerializableSupplier<FatalExceptionClassifier> classifiers) {
    this.classifiers = classifiers;
  }

  /** This builder. */
  protected abstract B self();

  /** Makes the entry of an element; needed. */
  public B setElementConverter(ElementConverter<T, E> newConverter) {
    converter = newConverter;
    return self();
  }

  /** Takes what the store refuses for good; by default the job fails. */
  public B setDeadElements(DeadElements<E> newDeadElements) {
    deadElements = newDeadElements;
    return self();
  }

  /** The delays between attempts; by default from 0.2 to 10 seconds. */
  public B setRetryDelay(RetryDelay newRetryDelay) {
    retryDelay = newRetryDelay;
    return self();
  }

  /**
   * Replaces the chain that recognises what will not pass, see {@link FailureHandling#classifiers}.
   */
  public B setFailureClassifiers(SerializableSupplier<FatalExceptionClassifier> newClassifiers) {
    classifiers = newClassifiers;
    return self();
  }

  /** The converter, or a {@link NullPointerException} that names it. */
  protected ElementConverter<T, E> converter() {
    return Objects.requireNonNull(converter, "elementConverter");
  }

  /** What is done about failures. */
  protected FailureHandling<E> failures() {
    return new FailureHandling<>(classifiers, deadElements, retryDelay);
  }

  /** The limits that were set, and these for the others. */
  protected SinkLimits limits(SinkLimits defaults) {
    return new SinkLimits(
        or(getMaxBatchSize(), defaults.batchEntries()),
        or(getMaxInFlightRequests(), defaults.requestsInFlight()),
        or(getMaxBufferedRequests(), defaults.bufferedEntries()),
        or(getMaxBatchSizeInBytes(), defaults.batchBytes()),
        Duration.ofMillis(or(getMaxTimeInBufferMS(), defaults.longestInBuffer().toMillis())),
        or(getMaxRecordSizeInBytes(), defaults.entryBytes()));
  }

  private static <V> V or(V chosen, V other) {
    return Optional.ofNullable(chosen).orElse(other);
  }
}
