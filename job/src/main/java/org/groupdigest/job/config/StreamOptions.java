package org.groupdigest.job.config;

import java.time.Duration;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;

/**
 * Settings that only the streaming job has: where its services are, and the paces of its clock, of
 * its ledger and of writing to a store that is away.
 */
public final class StreamOptions {

  /** Kafka. */
  public static final ConfigOption<String> KAFKA_BOOTSTRAP_SERVERS =
      needed("digest.kafka.bootstrap.servers", "Kafka brokers: host:port[,host:port].");

  /** Consumer group and start of the transactional ids. */
  public static final ConfigOption<String> KAFKA_CONSUMER_GROUP =
      ConfigOptions.key("digest.kafka.consumer.group")
          .stringType()
          .defaultValue("group-digest")
          .withDescription("Consumer group, and start of the transactional ids.");

  /** Postgres. */
  public static final ConfigOption<String> POSTGRES_URL =
      needed("digest.postgres.url", "JDBC URL of Postgres.");

  /** Login user of the job. */
  public static final ConfigOption<String> POSTGRES_USER =
      needed("digest.postgres.user", "Login user in the role group_digest_writer.");

  /** Its password. */
  public static final ConfigOption<String> POSTGRES_PASSWORD =
      needed("digest.postgres.password", "Password of the login user.");

  /** Redis. */
  public static final ConfigOption<String> REDIS_URI =
      ConfigOptions.key("digest.redis.uri")
          .stringType()
          .noDefaultValue()
          .withDescription("Redis URI; not set: stage artifacts are not kept there.");

  /** Secret of the pseudonyms. */
  public static final ConfigOption<String> PII_KEY =
      needed("digest.pii.key", "Secret of the pseudonyms: 32 hex digits or 16 other characters.");

  /** How much older than the newest event another may be. */
  public static final ConfigOption<Duration> CLOCK_OUT_OF_ORDERNESS =
      time("digest.clock.out.of.orderness", 5, "How late within a partition an event may come.");

  /** How long a partition is quiet before the wall clock moves it. */
  public static final ConfigOption<Duration> CLOCK_SILENCE =
      time("digest.clock.silence", 30, "Silence after which the wall clock moves a partition.");

  /** The same at the start and beside a backlog. */
  public static final ConfigOption<Duration> CLOCK_STARTUP_SILENCE =
      time("digest.clock.startup.silence", 120, "The same at the start and beside a backlog.");

  /** How far behind the wall clock a quiet partition stays. */
  public static final ConfigOption<Duration> CLOCK_ALLOWED_DELAY =
      time("digest.clock.allowed.delay", 60, "How far behind the clock a quiet partition stays.");

  /** Time between two rows of the ledger. */
  public static final ConfigOption<Duration> LEDGER_FLUSH =
      time("digest.ledger.flush", 30, "Time between two rows of a group's ledger.");

  /** Tries of a write after the first. */
  public static final ConfigOption<Integer> PERSIST_RETRIES =
      ConfigOptions.key("digest.persist.retries")
          .intType()
          .defaultValue(24)
          .withDescription("Tries of a write to Postgres after the first.");

  /** Pause before the second try. */
  public static final ConfigOption<Duration> PERSIST_FIRST_PAUSE =
      ConfigOptions.key("digest.persist.first.pause")
          .durationType()
          .defaultValue(Duration.ofMillis(200))
          .withDescription("Pause before the second try; it doubles from try to try.");

  /** Upper bound of a pause. */
  public static final ConfigOption<Duration> PERSIST_LONGEST_PAUSE =
      time("digest.persist.longest.pause", 30, "Upper bound of a pause.");

  private StreamOptions() {}

  private static ConfigOption<String> needed(String key, String description) {
    return ConfigOptions.key(key).stringType().noDefaultValue().withDescription(description);
  }

  private static ConfigOption<Duration> time(String key, long seconds, String description) {
    return ConfigOptions.key(key)
        .durationType()
        .defaultValue(Duration.ofSeconds(seconds))
        .withDescription(description);
  }
}
