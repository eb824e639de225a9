package org.groupdigest.connectors.contextstore;

import org.apache.flink.connector.base.sink.writer.BufferedRequestState;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.util.function.SerializableSupplier;
import org.groupdigest.connectors.sink.BatchSender;
import org.groupdigest.connectors.sink.OrderedSink;

/**
 * Writes a stream of changes to a context storage, at least once and in order, see {@link
 * OrderedSink}.
 *
 * <pre>{@code
 * ContextStoreSink<Note> sink =
 *     ContextStoreSink.<Note>builder()
 *         .setConfig(ContextStoreConfig.of("http://localhost:8080"))
 *         .setNewestBy("posted_at")
 *         .setElementConverter((note, context) -> new ContextStoreWrite.Upsert("notes", note.document()))
 *         .build();
 * }</pre>
 *
 * @param <InputT> elements of the stream
 */
public final class ContextStoreSink<InputT> extends OrderedSink<InputT, ContextStoreWrite> {
  private static final long serialVersionUID = 1L;

  private final ContextStoreConfig config;
  private final SerializableSupplier<String> apiKey;
  private final String newestBy;

  ContextStoreSink(
      ContextStoreSinkBuilder<InputT> builder,
      ContextStoreConfig config,
      SerializableSupplier<String> apiKey,
      String newestBy) {
    super(builder);
    this.config = config;
    this.apiKey = apiKey;
    this.newestBy = newestBy;
  }

  /** A sink to be told where the service is and what to write. */
  public static <InputT> ContextStoreSinkBuilder<InputT> builder() {
    return new ContextStoreSinkBuilder<>();
  }

  @Override
  protected BatchSender<ContextStoreWrite> openSender() {
    return new ContextStoreSender(
        new ContextStoreCalls(config, apiKey.get()), config.callTimeout(), newestBy);
  }

  @Override
  public SimpleVersionedSerializer<BufferedRequestState<ContextStoreWrite>>
      getWriterStateSerializer() {
    return new ContextStoreWriteSerializer();
  }
}
