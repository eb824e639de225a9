package org.groupdigest.job.maintain;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.groupdigest.connectors.postgres.PostgresConfig;
import org.groupdigest.connectors.redis.RedisConfig;
import org.groupdigest.connectors.s3.S3Config;
import org.groupdigest.connectors.s3.S3Credentials;
import org.groupdigest.connectors.shared.Secret;
import org.groupdigest.job.config.InvalidSettingsException;
import org.groupdigest.job.config.SettingsLoader;
import org.groupdigest.job.config.SettingsReader;
import org.groupdigest.job.config.StoreSettings;
import org.groupdigest.job.config.StreamOptions;

/**
 * Where the stores are, and how long what is kept.
 *
 * @param postgres Postgres, as a login that writes and knows who is a tenant
 * @param redisUri Redis, or null
 * @param kafka brokers, or null
 * @param stores objects and retention
 */
public record MaintenanceSettings(
    PostgresConfig postgres, String redisUri, String kafka, StoreSettings stores) {

  /** How old an artifact without a digest must be: a digest is not made in less. */
  static final Duration ORPHAN_GRACE = Duration.ofHours(1);

  /** How long Kafka may take. */
  static final Duration KAFKA_TIMEOUT = Duration.ofSeconds(30);

  private static final Duration CONNECT = Duration.ofSeconds(5);

  /** Longer than those of the job: a tenant's artifacts of a day are counted in one. */
  private static final Duration STATEMENT = Duration.ofMinutes(2);

  private static final Duration REDIS_TIMEOUT = Duration.ofSeconds(5);
  private static final Duration RECONNECT_DELAY = Duration.ofSeconds(1);
  private static final int CONNECTIONS = 2;
  private static final int QUEUE = 100;

  /**
   * Reads the settings.
   *
   * @throws InvalidSettingsException with every problem
   */
  public static MaintenanceSettings read(Map<String, String> variables) {
    SettingsReader reader = new SettingsReader(variables);
    MaintenanceSettings settings =
        new MaintenanceSettings(
            new PostgresConfig(
                reader.needed(StreamOptions.POSTGRES_URL),
                reader.needed(StreamOptions.POSTGRES_USER),
                reader.needed(StreamOptions.POSTGRES_PASSWORD),
                CONNECTIONS,
                QUEUE,
                CONNECT,
                STATEMENT),
            reader.value(StreamOptions.REDIS_URI),
            reader.value(StreamOptions.KAFKA_BOOTSTRAP_SERVERS),
            SettingsLoader.read(reader).stores());
    reader.throwIfAny();
    return settings;
  }

  /** Redis, which there must be; many commands are sent together, so each may take its time. */
  RedisConfig redis() {
    return new RedisConfig(redisUri, REDIS_TIMEOUT, RECONNECT_DELAY);
  }

  /** The bucket of archives; there must be one. */
  S3Config bucket() {
    StoreSettings.Objects objects = stores.objects();
    S3Config aws = S3Config.aws(objects.bucket(), objects.region(), credentials(objects));
    S3Config chosen = objects.endpoint().isEmpty() ? aws : aws.at(URI.create(objects.endpoint()));
    return chosen.withPathStyle(objects.pathStyle());
  }

  private static S3Credentials credentials(StoreSettings.Objects objects) {
    return objects.accessKeyFile().isEmpty()
        ? S3Credentials.ofProcess()
        : S3Credentials.keys(
            Secret.file(Path.of(objects.accessKeyFile())),
            Secret.file(Path.of(objects.secretKeyFile())));
  }

  /** Neither addresses nor passwords. */
  @Override
  public String toString() {
    return "MaintenanceSettings[" + stores.retention() + "]";
  }
}
