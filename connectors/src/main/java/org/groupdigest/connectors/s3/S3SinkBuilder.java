package org.groupdigest.connectors.s3;

import java.time.Duration;
import java.util.Objects;
import org.groupdigest.connectors.sink.EntryStoreSinkBuilder;
import org.groupdigest.connectors.sink.SinkLimits;

/**
 * Builds an {@link S3Sink}. By default 8 objects are sent together, 4 times at once, 64 wait, none
 * is larger than 8 MiB and none waits longer than a second for others.
 *
 * @param <T> elements of the stream
 */
public final class S3SinkBuilder<T> extends EntryStoreSinkBuilder<T, S3Object, S3SinkBuilder<T>> {
  private static final long MIB = 1024L * 1024;
  private static final SinkLimits DEFAULTS =
      new SinkLimits(8, 4, 64, 16 * MIB, Duration.ofSeconds(1), 8 * MIB);

  private final S3Config config;

  S3SinkBuilder(S3Config config) {
    super(S3Failures::classifiers);
    this.config = Objects.requireNonNull(config, "config");
  }

  @Override
  protected S3SinkBuilder<T> self() {
    return this;
  }

  @Override
  public S3Sink<T> build() {
    return new S3Sink<>(config, converter(), limits(DEFAULTS), failures());
  }
}
