package org.groupdigest.connectors.qdrant;

import java.util.Objects;
import org.apache.flink.util.function.SerializableSupplier;
import org.groupdigest.connectors.shared.Secret;
import org.groupdigest.connectors.sink.OrderedSinkBuilder;

/**
 * Builds a {@link QdrantSink}: address, vector size and element converter must be set.
 *
 * @param <InputT> elements of the stream
 */
public final class QdrantSinkBuilder<InputT>
    extends OrderedSinkBuilder<InputT, QdrantWrite, QdrantSinkBuilder<InputT>> {
  private QdrantConfig config;
  private SerializableSupplier<String> apiKey = () -> "";
  private int vectorSize;

  QdrantSinkBuilder() {}

  /** Where Qdrant is. Its call timeout gives way to {@link #setRequestTimeout}. */
  public QdrantSinkBuilder<InputT> setConfig(QdrantConfig newConfig) {
    config = Objects.requireNonNull(newConfig, "config");
    return this;
  }

  /** Where the API key is, a {@link Secret}; asked on the TaskManager whenever a writer opens. */
  public QdrantSinkBuilder<InputT> setApiKey(SerializableSupplier<String> reference) {
    apiKey = Objects.requireNonNull(reference, "reference");
    return this;
  }

  /** How many numbers a vector of a collection has that the sink makes. */
  public QdrantSinkBuilder<InputT> setVectorSize(int size) {
    vectorSize = size;
    return this;
  }

  @Override
  public QdrantSink<InputT> build() {
    Objects.requireNonNull(config, "a config must be set");
    if (vectorSize < 1) {
      throw new IllegalArgumentException("a vector size must be set");
    }
    QdrantConfig timed =
        new QdrantConfig(config.host(), config.port(), config.tls(), requestTimeout());
    return new QdrantSink<>(this, timed, apiKey, vectorSize);
  }
}
