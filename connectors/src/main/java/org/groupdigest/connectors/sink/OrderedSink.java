package org.groupdigest.connectors.sink;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.apache.flink.api.connector.sink2.StatefulSinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.connector.base.sink.AsyncSinkBase;
import org.apache.flink.connector.base.sink.writer.BufferedRequestState;
import org.apache.flink.connector.base.sink.writer.ElementConverter;
import org.apache.flink.connector.base.sink.writer.config.AsyncSinkWriterConfiguration;
import org.groupdigest.connectors.shared.StoreException;

/**
 * A sink for stores whose changes are idempotent, at least once and in order of each subtask's
 * input, as long as the parallelism stays: after rescaling the state is dealt out anew.
 *
 * <p>While the store is away the job goes on, checkpoints included, until as many changes wait as
 * {@code setMaxBufferedRequests} allows; from then on the sink takes no more input, and the job
 * cannot complete a checkpoint. Who wants to be independent of the store for any time runs the sink
 * in a job of its own, fed from a durable topic.
 *
 * @param <InputT> elements of the stream
 * @param <EntryT> changes to the store
 */
public abstract class OrderedSink<InputT, EntryT extends SinkEntry>
    extends AsyncSinkBase<InputT, EntryT> {
  private static final long serialVersionUID = 1L;

  /**
   * Flink's own timeout would put a batch back behind others. The writer has one of its own, so
   * this one never comes.
   */
  private static final long NEVER_MILLIS = Duration.ofDays(3_650).toMillis();

  private final ElementConverter<InputT, List<EntryT>> converter;
  private final OrderedSinkSettings<EntryT> settings;

  /** Takes over what the builder was told. */
  protected OrderedSink(OrderedSinkBuilder<InputT, EntryT, ?> builder) {
    super(
        new ConvertedOnce<>(builder.converter()),
        builder.batchSize(),
        builder.requestsInFlight(),
        builder.outstanding(),
        builder.batchBytes(),
        builder.bufferMillis(),
        builder.entryBytes(),
        NEVER_MILLIS,
        false);
    this.converter = builder.converter();
    this.settings = builder.settings();
  }

  /**
   * Opens the client of one subtask; must not wait for the store.
   *
   * @throws StoreException for want of a secret; fails the job
   */
  protected abstract BatchSender<EntryT> openSender();

  @Override
  public StatefulSinkWriter<InputT, BufferedRequestState<EntryT>> createWriter(
      WriterInitContext context) {
    return restoreWriter(context, List.of());
  }

  @Override
  public StatefulSinkWriter<InputT, BufferedRequestState<EntryT>> restoreWriter(
      WriterInitContext context, Collection<BufferedRequestState<EntryT>> states) {
    BatchSender<EntryT> sender = openSender();
    try {
      return new OrderedSinkWriter<>(
          new ConvertedOnce<>(converter), context, configuration(), states, settings, sender);
    } catch (RuntimeException e) {
      sender.close();
      throw e;
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
        .setRequestTimeoutMS(getRequestTimeoutMS())
        .setFailOnTimeout(getFailOnTimeout())
        .setRateLimitingStrategy(new OutstandingLimit(getMaxBufferedRequests(), getMaxBatchSize()))
        .build();
  }
}
