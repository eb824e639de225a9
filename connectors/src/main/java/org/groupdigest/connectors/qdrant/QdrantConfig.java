package org.groupdigest.connectors.qdrant;

import java.io.Serializable;
import java.time.Duration;
import java.util.Objects;

/**
 * How to reach Qdrant's gRPC port. The API key is not part of it: it is resolved where the client
 * is opened, and never serialized with a job.
 *
 * @param host name or address
 * @param port usually 6334
 * @param tls whether the connection is encrypted, which an API key in a real network needs
 * @param callTimeout longest wait for one answer, connecting included
 */
public record QdrantConfig(String host, int port, boolean tls, Duration callTimeout)
    implements Serializable {
  /** Checks that there is an address and some time. */
  public QdrantConfig {
    Objects.requireNonNull(host, "host");
    if (port < 1 || port > 65_535 || callTimeout.toMillis() < 1) {
      throw new IllegalArgumentException("a port is 1 to 65535, and a timeout is positive");
    }
  }

  /** Without TLS, 5 s a call. */
  public static QdrantConfig of(String host, int port) {
    return new QdrantConfig(host, port, false, Duration.ofSeconds(5));
  }
}
