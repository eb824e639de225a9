package org.groupdigest.job.app;

import java.io.Serializable;
import org.groupdigest.connectors.postgres.PostgresConfig;
import org.groupdigest.connectors.redis.RedisConfig;
import org.groupdigest.job.config.SettingsReader;
import org.groupdigest.job.config.StreamOptions;

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

  /** Reads the endpoints; what is missing is noted by the reader. */
  public static Endpoints read(SettingsReader reader) {
    return new Endpoints(
        reader.needed(StreamOptions.KAFKA_BOOTSTRAP_SERVERS),
        reader.needed(StreamOptions.POSTGRES_URL),
        reader.needed(StreamOptions.POSTGRES_USER),
        reader.needed(StreamOptions.POSTGRES_PASSWORD),
        reader.value(StreamOptions.REDIS_URI));
  }

  PostgresConfig postgres() {
    return PostgresConfig.of(postgresUrl, postgresUser, postgresPassword);
  }

  RedisConfig redis() {
    return RedisConfig.of(redisUri);
  }

  /** The places, without passwords. */
  @Override
  public String toString() {
    return "kafka "
        + kafka
        + ", postgres "
        + withoutSecrets(postgresUrl)
        + ", redis "
        + withoutSecrets(redisUri);
  }

  /** Without the user part and the query of a URL: both may hold a password. */
  private static String withoutSecrets(String url) {
    return url == null ? "none" : url.replaceAll("//[^/@]*@", "//").replaceAll("\\?.*", "");
  }
}
