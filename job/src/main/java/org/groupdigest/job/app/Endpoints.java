package org.groupdigest.job.app;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.groupdigest.connectors.postgres.PostgresConfig;
import org.groupdigest.connectors.redis.RedisConfig;

/**
 * Where the services are.
 *
 * @param kafka bootstrap servers
 * @param postgresUrl JDBC URL
 * @param postgresUser login user in the writer role
 * @param postgresPassword its password
 * @param redisUri Redis URI, or null: artifacts are then not kept
 */
public record Endpoints(
    String kafka, String postgresUrl, String postgresUser, String postgresPassword, String redisUri)
    implements Serializable {

  /**
   * Reads the endpoints from environment variables: {@code DIGEST_KAFKA_BOOTSTRAP_SERVERS}, {@code
   * DIGEST_POSTGRES_URL}, {@code _USER}, {@code _PASSWORD}, {@code DIGEST_REDIS_URI} (optional).
   *
   * @throws IllegalArgumentException naming every variable that is missing
   */
  public static Endpoints from(Map<String, String> environment) {
    List<String> missing = new ArrayList<>();
    Endpoints endpoints =
        new Endpoints(
            needed(environment, "DIGEST_KAFKA_BOOTSTRAP_SERVERS", missing),
            needed(environment, "DIGEST_POSTGRES_URL", missing),
            needed(environment, "DIGEST_POSTGRES_USER", missing),
            needed(environment, "DIGEST_POSTGRES_PASSWORD", missing),
            environment.get("DIGEST_REDIS_URI"));
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException("not set: " + String.join(", ", missing));
    }
    return endpoints;
  }

  private static String needed(
      Map<String, String> environment, String variable, List<String> missing) {
    String value = environment.get(variable);
    if (value == null || value.isBlank()) {
      missing.add(variable);
    }
    return value;
  }

  PostgresConfig postgres() {
    return PostgresConfig.of(postgresUrl, postgresUser, postgresPassword);
  }

  RedisConfig redis() {
    return RedisConfig.of(redisUri);
  }

  /** The places, without the password. */
  @Override
  public String toString() {
    return "kafka " + kafka + ", postgres " + postgresUrl + ", redis " + redisUri;
  }
}
