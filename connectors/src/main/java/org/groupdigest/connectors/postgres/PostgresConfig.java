package org.groupdigest.connectors.postgres;

import java.io.Serializable;
import java.time.Duration;
import java.util.Objects;

/**
 * How to reach a database, and how much of it one process may take.
 *
 * @param url JDBC URL
 * @param user login user; a member of the writer role, never the owner of the tables
 * @param password its password, may be empty
 * @param poolSize connections, and threads that use them
 * @param queueSize units of work that may wait for a thread before new ones are refused
 * @param connectTimeout longest wait for a connection
 * @param statementTimeout longest run of one statement
 */
public record PostgresConfig(
    String url,
    String user,
    String password,
    int poolSize,
    int queueSize,
    Duration connectTimeout,
    Duration statementTimeout)
    implements Serializable {

  /** Checks what no database could be opened with. */
  public PostgresConfig {
    Objects.requireNonNull(url, "url");
    Objects.requireNonNull(user, "user");
    Objects.requireNonNull(password, "password");
    if (poolSize < 1 || queueSize < 1) {
      throw new IllegalArgumentException("poolSize and queueSize must be at least 1");
    }
  }

  /** Four connections, 1,000 waiting, 5 s to connect, 30 s a statement. */
  public static PostgresConfig of(String url, String user, String password) {
    return new PostgresConfig(
        url, user, password, 4, 1_000, Duration.ofSeconds(5), Duration.ofSeconds(30));
  }

  /** The same with another number of connections. */
  public PostgresConfig withPoolSize(int connections) {
    return new PostgresConfig(
        url, user, password, connections, queueSize, connectTimeout, statementTimeout);
  }

  /** Without the password, and without the URL's query, which may hold one. */
  @Override
  public String toString() {
    return "PostgresConfig[" + url.replaceFirst("\\?.*", "") + ", " + user + "]";
  }
}
