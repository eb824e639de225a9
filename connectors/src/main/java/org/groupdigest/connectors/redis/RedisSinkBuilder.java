package org.groupdigest.connectors.redis;

import java.time.Duration;
import java.util.Objects;
import org.apache.flink.util.function.SerializableSupplier;
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
  private final RedisConfig config;
  private Secret password;
  private String versionPattern = "^(%d+):";

  RedisSinkBuilder(String uri, RedisConfig config) {
    this.uri = uri;
    this.config = config;
    setMaxBatchSize(200);
    setMaxTimeInBufferMS(100);
    setRequestTimeout(Duration.ofSeconds(2));
  }

  /** Where the password is; by default there is none. Not for a sink with a configuration. */
  public RedisSinkBuilder<InputT> setPassword(Secret newPassword) {
    password = newPassword;
    return this;
  }

  /**
   * Where values that tell their version themselves have it: a Lua pattern whose first capture is
   * digits, by default those before a colon at the beginning. A value without them is overwritten.
   *
   * @see RedisWrite#setUnlessNewer
   */
  public RedisSinkBuilder<InputT> setVersionPattern(String luaPattern) {
    versionPattern = Objects.requireNonNull(luaPattern, "luaPattern");
    return this;
  }

  @Override
  public RedisSink<InputT> build() {
    return new RedisSink<>(this, address(), versionPattern);
  }

  private SerializableSupplier<RedisConfig> address() {
    RedisConfig given = config;
    if (given != null) {
      return () -> given;
    }
    RedisAddress address = new RedisAddress(uri, password, requestTimeout());
    return address::resolve;
  }
}
