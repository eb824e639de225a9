package org.groupdigest.connectors.redis;

import java.time.Duration;
import java.util.Objects;
import org.groupdigest.connectors.shared.Secret;
import org.groupdigest.connectors.sink.OrderedSinkBuilder;

/**
 * Builds a {@link RedisSink}. By default 200 writes are sent together, none waits longer than 100
 * ms for others, and their answers may take 2 seconds, connecting included.
 *
 * @param <InputT> elements of the stream
 */
public final class RedisSinkBuilder<InputT>
    extends OrderedSinkBuilder<InputT, RedisWrite, RedisSinkBuilder<InputT>> {
  private final String uri;
  private Secret password;

  RedisSinkBuilder(String uri) {
    this.uri = Objects.requireNonNull(uri, "uri");
    setMaxBatchSize(200);
    setMaxTimeInBufferMS(100);
    setRequestTimeout(Duration.ofSeconds(2));
  }

  /** Where the password is; by default there is none. */
  public RedisSinkBuilder<InputT> setPassword(Secret newPassword) {
    password = newPassword;
    return this;
  }

  @Override
  public RedisSink<InputT> build() {
    return new RedisSink<>(this, new RedisAddress(uri, password, requestTimeout()));
  }
}
