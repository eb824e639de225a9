package org.groupdigest.connectors.redis;

import java.time.Duration;
import java.util.Objects;
import org.groupdigest.connectors.sink.EntryStoreSinkBuilder;
import org.groupdigest.connectors.sink.Secret;
import org.groupdigest.connectors.sink.SinkLimits;

/**
 * Builds a {@link RedisSink}. By default 200 writes are sent together, 4 times at once, 2,000 wait,
 * none is larger than 1 MiB, none waits longer than 100 ms for others, and an answer may take 2
 * seconds.
 *
 * @param <T> elements of the stream
 */
public final class RedisSinkBuilder<T>
    extends EntryStoreSinkBuilder<T, RedisWrite, RedisSinkBuilder<T>> {
  private static final long MIB = 1024L * 1024;
  private static final SinkLimits DEFAULTS =
      new SinkLimits(200, 4, 2_000, 4 * MIB, Duration.ofMillis(100), MIB);

  private final String uri;
  private Secret password;
  private Duration commandTimeout = Duration.ofSeconds(2);

  RedisSinkBuilder(String uri) {
    super(RedisFailures::classifiers);
    this.uri = Objects.requireNonNull(uri, "uri");
  }

  /** Where the password is; by default there is none. */
  public RedisSinkBuilder<T> setPassword(Secret newPassword) {
    password = newPassword;
    return this;
  }

  /** Longest wait for one answer, connecting included. */
  public RedisSinkBuilder<T> setCommandTimeout(Duration newCommandTimeout) {
    commandTimeout = newCommandTimeout;
    return this;
  }

  @Override
  protected RedisSinkBuilder<T> self() {
    return this;
  }

  @Override
  public RedisSink<T> build() {
    RedisAddress address = new RedisAddress(uri, password, commandTimeout);
    return new RedisSink<>(address, converter(), limits(DEFAULTS), failures());
  }
}
