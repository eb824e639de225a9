package org.groupdigest.connectors.qdrant;

import org.apache.flink.connector.base.sink.writer.BufferedRequestState;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.util.function.SerializableSupplier;
import org.groupdigest.connectors.sink.BatchSender;
import org.groupdigest.connectors.sink.OrderedSink;

/**
 * Writes a stream of changes to Qdrant, at least once and in order, see {@link OrderedSink}.
 *
 * <pre>{@code
 * QdrantSink<Topic> sink =
 *     QdrantSink.<Topic>builder()
 *         .setConfig(QdrantConfig.of("localhost", 6334))
 *         .setVectorSize(384)
 *         .setElementConverter((topic, context) -> new QdrantWrite.Upsert("topics", topic.point()))
 *         .build();
 * }</pre>
 *
 * @param <InputT> elements of the stream
 */
public final class QdrantSink<InputT> extends OrderedSink<InputT, QdrantWrite> {
  private static final long serialVersionUID = 1L;

  private final QdrantConfig config;
  private final SerializableSupplier<String> apiKey;
  private final int vectorSize;

  QdrantSink(
      QdrantSinkBuilder<InputT> builder,
      QdrantConfig config,
      SerializableSupplier<String> apiKey,
      int vectorSize) {
    super(builder);
    this.config = config;
    this.apiKey = apiKey;
    this.vectorSize = vectorSize;
  }

  /** A sink to be told where Qdrant is and what to write. */
  public static <InputT> QdrantSinkBuilder<InputT> builder() {
    return new QdrantSinkBuilder<>();
  }

  @Override
  protected BatchSender<QdrantWrite> openSender() {
    return new QdrantSender(QdrantCalls.open(config, apiKey.get()), vectorSize);
  }

  @Override
  public SimpleVersionedSerializer<BufferedRequestState<QdrantWrite>> getWriterStateSerializer() {
    return new QdrantWriteSerializer();
  }
}
