package org.groupdigest.connectors.contextstore;

import java.util.Objects;
import org.apache.flink.util.function.SerializableSupplier;
import org.groupdigest.connectors.shared.Secret;
import org.groupdigest.connectors.sink.OrderedSinkBuilder;

/**
 * Builds a {@link ContextStoreSink}: address, time key and element converter must be set.
 *
 * @param <InputT> elements of the stream
 */
public final class ContextStoreSinkBuilder<InputT>
    extends OrderedSinkBuilder<InputT, ContextStoreWrite, ContextStoreSinkBuilder<InputT>> {
  private ContextStoreConfig config;
  private SerializableSupplier<String> apiKey = () -> "";
  private String newestBy;

  ContextStoreSinkBuilder() {}

  /** Where the service is. Its call timeout gives way to {@link #setRequestTimeout}. */
  public ContextStoreSinkBuilder<InputT> setConfig(ContextStoreConfig newConfig) {
    config = Objects.requireNonNull(newConfig, "config");
    return this;
  }

  /** Where the bearer key is, a {@link Secret}; asked whenever a writer opens. */
  public ContextStoreSinkBuilder<InputT> setApiKey(SerializableSupplier<String> reference) {
    apiKey = Objects.requireNonNull(reference, "reference");
    return this;
  }

  /** Metadata key of the time by which documents are found again to be blanked. */
  public ContextStoreSinkBuilder<InputT> setNewestBy(String key) {
    newestBy = Objects.requireNonNull(key, "key");
    return this;
  }

  @Override
  public ContextStoreSink<InputT> build() {
    Objects.requireNonNull(config, "a config must be set");
    Objects.requireNonNull(newestBy, "a time key must be set");
    return new ContextStoreSink<>(this, config.withCallTimeout(requestTimeout()), apiKey, newestBy);
  }
}
