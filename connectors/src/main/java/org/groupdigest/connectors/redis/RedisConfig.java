package org.groupdigest.connectors.redis;

import java.io.Serializable;
import java.time.Duration;
import java.util.Objects;

/**
 * How to reach Redis.
 *
 * @param uri {@code redis://[:password@]host:port[/db]} or {@code rediss://...}
 * @param commandTimeout longest wait for one answer, connecting included
 * @param reconnectDelay least time between two attempts at a first connection
 */
public record RedisConfig(String uri, Duration commandTimeout, Duration reconnectDelay)
    implements Serializable {
  /** Checks that there is an address. */
  public RedisConfig {
    Objects.requireNonNull(uri, "uri");
  }

  /** Half a second a command, a second between attempts to connect. */
  public static RedisConfig of(String uri) {
    return new RedisConfig(uri, Duration.ofMillis(500), Duration.ofSeconds(1));
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "RedisConfig[" + uri.replaceFirst("//.*@", "//") + "]";
  }
}
