package org.groupdigest.connectors.sink;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.Serializable;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.connector.sink2.StatefulSinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.connector.base.sink.AsyncSinkBase;
import org.apache.flink.connector.base.sink.writer.BufferedRequestState;
import org.apache.flink.connector.base.sink.writer.ElementConverter;
import org.apache.flink.connector.base.sink.writer.config.AsyncSinkWriterConfiguration;

/**
 * A sink of a store that takes entries one by one: at least once, which idempotent entries make
 * once. A store that does not let us in fails the job at the start; one that is away does not, see
 * the package.
 *
 * @param <T> elements of the stream
 * @param <E> what is written to the store
 */
public abstract class EntryStoreSink<T, E extends Serializable> extends AsyncSinkBase<T, E> {
  private static final long serialVersionUID = 1L;

  /** How long the start waits for a store's first answer; after it the store counts as away. */
  private static final Duration CHECK_LIMIT = Duration.ofSeconds(5);

  private final FailureHandling<E> failures;

  /** Used by builders. */
  protected EntryStoreSink(
      ElementConverter<T, E> converter, SinkLimits limits, FailureHandling<E> failures) {
    super(
        converter,
        limits.batchEntries(),
        limits.requestsInFlight(),
        limits.bufferedEntries(),
        limits.batchBytes(),
        limits.longestInBuffer().toMillis(),
        limits.entryBytes());
    this.failures = failures;
  }

  /**
   * Opens a client, in the task that writes. Does not wait for the store.
   *
   * @throws IOException when it cannot be made, for example for want of a secret
   */
  protected abstract EntryStore<E> openStore() throws IOException;

  @Override
  public StatefulSinkWriter<T, BufferedRequestState<E>> createWriter(WriterInitContext context)
      throws IOException {
    return restoreWriter(context, List.of());
  }

  @Override
  public StatefulSinkWriter<T, BufferedRequestState<E>> restoreWriter(
      WriterInitContext context, Collection<BufferedRequestState<E>> restored) throws IOException {
    EntryStore<E> store = openStore();
    try {
      check(store);
      return new EntryStoreWriter<>(
          new ConvertedOnce<>(getElementConverter()),
          context,
          configuration(),
          restored,
          store,
          failures,
          new SplittableRandom());
    } catch (IOException | RuntimeException e) {
      store.close();
      throw e;
    }
  }

  private void check(EntryStore<E> store) throws IOException {
    try {
      Attempt.check(store).get(CHECK_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException away) {
      return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while the store was checked");
    } catch (ExecutionException e) {
      Optional<Exception> fatal = FailureHandling.fatal(failures.classifiers().get(), e.getCause());
      if (fatal.isPresent()) {
        throw fatal.get() instanceof IOException io ? io : new IOException(fatal.get());
      }
    }
  }

  private AsyncSinkWriterConfiguration configuration() {
    return AsyncSinkWriterConfiguration.builder()
        .setMaxBatchSize(getMaxBatchSize())
        .setMaxBatchSizeInBytes(getMaxBatchSizeInBytes())
        .setMaxInFlightRequests(getMaxInFlightRequests())
        .setMaxBufferedRequests(getMaxBufferedRequests())
        .setMaxTimeInBufferMS(getMaxTimeInBufferMS())
        .setMaxRecordSizeInBytes(getMaxRecordSizeInBytes())
        .build();
  }
}
