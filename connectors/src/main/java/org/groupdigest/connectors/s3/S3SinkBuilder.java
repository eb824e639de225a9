package org.groupdigest.connectors.s3;

import java.time.Duration;
import java.util.Objects;
import org.groupdigest.connectors.sink.OrderedSinkBuilder;

/**
 * Builds an {@link S3Sink}. By default {@value S3Sender#AT_ONCE} changes or 16 MiB are sent
 * together, in at most a minute, 32 are outstanding and none is larger than 8 MiB.
 *
 * @param <InputT> elements of the stream
 */
public final class S3SinkBuilder<InputT>
    extends OrderedSinkBuilder<InputT, S3Write, S3SinkBuilder<InputT>> {
  private static final long MIB = 1024L * 1024;

  private final S3Config config;

  S3SinkBuilder(S3Config config) {
    this.config = Objects.requireNonNull(config, "config");
    setMaxBatchSize(S3Sender.AT_ONCE);
    setMaxBufferedRequests(32);
    setMaxBatchSizeInBytes(16 * MIB);
    setMaxRecordSizeInBytes(8 * MIB);
    setRequestTimeout(Duration.ofMinutes(1));
  }

  @Override
  public S3Sink<InputT> build() {
    return new S3Sink<>(this, config);
  }
}
