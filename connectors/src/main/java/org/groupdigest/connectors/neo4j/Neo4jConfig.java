package org.groupdigest.connectors.neo4j;

import java.io.Serializable;
import java.time.Duration;
import java.util.Objects;

/**
 * How to reach Neo4j. The password is not part of it: it is resolved where the client is opened,
 * and never serialized with a job.
 *
 * @param uri {@code bolt://}, {@code neo4j://}, or with {@code +s} for TLS
 * @param user login
 * @param database name of the database, such as {@code neo4j}
 * @param poolSize most connections of one client
 * @param callTimeout longest wait for a connection, and longest run of a transaction
 */
public record Neo4jConfig(
    String uri, String user, String database, int poolSize, Duration callTimeout)
    implements Serializable {
  /** Checks that there is an address and some time. */
  public Neo4jConfig {
    Objects.requireNonNull(uri, "uri");
    Objects.requireNonNull(user, "user");
    Objects.requireNonNull(database, "database");
    if (poolSize < 1 || callTimeout.toMillis() < 1) {
      throw new IllegalArgumentException("poolSize and callTimeout must be positive");
    }
  }

  /** The database {@code neo4j}, four connections, 10 s a call. */
  public static Neo4jConfig of(String uri, String user) {
    return new Neo4jConfig(uri, user, "neo4j", 4, Duration.ofSeconds(10));
  }

  /** The same with other time limits. */
  public Neo4jConfig withCallTimeout(Duration timeout) {
    return new Neo4jConfig(uri, user, database, poolSize, timeout);
  }
}
