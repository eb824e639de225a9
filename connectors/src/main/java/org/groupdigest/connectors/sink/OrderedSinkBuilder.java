package org.groupdigest.connectors.sink;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.apache.flink.connector.base.sink.AsyncSinkBaseBuilder;
import org.apache.flink.connector.base.sink.writer.ElementConverter;

/**
 * What all ordered sinks can be told. Defaults, where a store has none of its own: 100 changes or 4
 * MiB a batch, a second in the buffer, 1 MiB a change, 10,000 changes outstanding, 10 s a request,
 * pauses of 0.2 s to 30 s after failures, and a job that fails when a change is refused.
 *
 * <p>There is always one request in flight: {@link #setMaxInFlightRequests} takes nothing but 1.
 *
 * @param <InputT> elements of the stream
 * @param <EntryT> changes to the store
 * @param <SelfT> the builder itself
 */
public abstract class OrderedSinkBuilder<
        InputT, EntryT extends SinkEntry, SelfT extends OrderedSinkBuilder<InputT, EntryT, SelfT>>
    extends AsyncSinkBaseBuilder<InputT, EntryT, SelfT> {
  private static final int BATCH_SIZE = 100;
  private static final long BATCH_BYTES = 4L * 1024 * 1024;
  private static final int BUFFERED = 10_000;
  private static final long BUFFER_MILLIS = 1_000;
  private static final long ENTRY_BYTES = 1024L * 1024;

  private ElementConverter<InputT, List<EntryT>> converter;
  private Duration requestTimeout = Duration.ofSeconds(10);
  private RetryDelays delays = RetryDelays.defaults();
  private RefusedEntries<EntryT> refused = RefusedEntries.failJob();

  /** For the builders of stores. */
  protected OrderedSinkBuilder() {}

  /** How an element becomes a change; this or {@link #setEntriesConverter} must be set. */
  public SelfT setElementConverter(ElementConverter<InputT, EntryT> newConverter) {
    converter = new OneEntry<>(Objects.requireNonNull(newConverter, "converter"));
    return self();
  }

  /**
   * How an element becomes changes, none or many, which are made in their order. They are not one
   * transaction: a batch may end between them, and after a failure all of them come again.
   */
  public SelfT setEntriesConverter(ElementConverter<InputT, List<EntryT>> newConverter) {
    converter = Objects.requireNonNull(newConverter, "converter");
    return self();
  }

  /** Longest wait for one request; it is made again afterwards. */
  public SelfT setRequestTimeout(Duration timeout) {
    requestTimeout = Objects.requireNonNull(timeout, "timeout");
    return self();
  }

  /** Pauses after failures. */
  public SelfT setRetryDelays(RetryDelays newDelays) {
    delays = Objects.requireNonNull(newDelays, "delays");
    return self();
  }

  /** Hands over refused changes instead of failing the job. */
  public SelfT setRefusedEntries(RefusedEntries<EntryT> handler) {
    refused = Objects.requireNonNull(handler, "handler");
    return self();
  }

  /** The timeout, for the store's own client. */
  protected Duration requestTimeout() {
    return requestTimeout;
  }

  // The type parameter says that the builder is a SelfT.
  @SuppressWarnings("unchecked")
  private SelfT self() {
    return (SelfT) this;
  }

  OrderedSinkSettings<EntryT> settings() {
    return new OrderedSinkSettings<>(requestTimeout, delays, refused);
  }

  ElementConverter<InputT, List<EntryT>> converter() {
    return Objects.requireNonNull(converter, "an element converter must be set");
  }

  int batchSize() {
    return or(getMaxBatchSize(), BATCH_SIZE);
  }

  int requestsInFlight() {
    int wanted = or(getMaxInFlightRequests(), 1);
    if (wanted != 1) {
      throw new IllegalArgumentException(
          "changes keep their order, so one request is in flight; raise the batch size instead");
    }
    return wanted;
  }

  int outstanding() {
    return or(getMaxBufferedRequests(), Math.max(BUFFERED, batchSize() + 1));
  }

  long batchBytes() {
    return or(getMaxBatchSizeInBytes(), BATCH_BYTES);
  }

  long bufferMillis() {
    return or(getMaxTimeInBufferMS(), BUFFER_MILLIS);
  }

  long entryBytes() {
    return or(getMaxRecordSizeInBytes(), Math.min(ENTRY_BYTES, batchBytes()));
  }

  private static <N extends Number> N or(N given, N otherwise) {
    return given == null ? otherwise : given;
  }
}
