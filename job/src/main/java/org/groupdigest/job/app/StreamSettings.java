package org.groupdigest.job.app;

import java.time.Duration;
import org.groupdigest.connectors.kafka.IdleClockOptions;
import org.groupdigest.job.config.DigestSettings;
import org.groupdigest.job.config.SettingsLoader;
import org.groupdigest.job.config.SettingsReader;
import org.groupdigest.job.config.StreamOptions;
import org.groupdigest.job.pipeline.PersistRetries;
import org.groupdigest.job.window.WindowSettings;

/**
 * Settings of a streaming job.
 *
 * @param digest settings of the product
 * @param windows times of the message window
 * @param idleClock how quiet partitions follow the wall clock
 * @param persistRetries how writing to Postgres is tried again
 * @param consumerGroup Kafka consumer group and start of the transactional ids
 * @param piiKey secret of the pseudonyms
 */
public record StreamSettings(
    DigestSettings digest,
    WindowSettings windows,
    IdleClockOptions idleClock,
    PersistRetries persistRetries,
    String consumerGroup,
    String piiKey) {

  /** Reads the settings of a deployment; what is wrong with them is noted by the reader. */
  static StreamSettings read(SettingsReader reader) {
    DigestSettings digest = SettingsLoader.read(reader);
    return new StreamSettings(
        digest,
        windows(digest, reader.duration(StreamOptions.LEDGER_FLUSH)),
        clock(reader),
        retries(reader),
        reader.value(StreamOptions.KAFKA_CONSUMER_GROUP),
        PiiKey.required(reader));
  }

  private static IdleClockOptions clock(SettingsReader reader) {
    try {
      return new IdleClockOptions(
          reader.duration(StreamOptions.CLOCK_OUT_OF_ORDERNESS),
          reader.duration(StreamOptions.CLOCK_SILENCE),
          reader.duration(StreamOptions.CLOCK_STARTUP_SILENCE),
          reader.duration(StreamOptions.CLOCK_ALLOWED_DELAY),
          IdleClockOptions.defaults().tick());
    } catch (IllegalArgumentException e) {
      reader.problem("DIGEST_CLOCK_*: " + e.getMessage());
      return IdleClockOptions.defaults();
    }
  }

  private static PersistRetries retries(SettingsReader reader) {
    return new PersistRetries(
        reader.atLeast(0, StreamOptions.PERSIST_RETRIES),
        reader.duration(StreamOptions.PERSIST_FIRST_PAUSE),
        reader.duration(StreamOptions.PERSIST_LONGEST_PAUSE));
  }

  /** What a deployment uses unless it says otherwise. */
  public static StreamSettings of(DigestSettings digest, String piiKey) {
    return new StreamSettings(
        digest,
        windows(digest, StreamOptions.LEDGER_FLUSH.defaultValue()),
        IdleClockOptions.defaults(),
        PersistRetries.DEFAULT,
        StreamOptions.KAFKA_CONSUMER_GROUP.defaultValue(),
        piiKey);
  }

  /** The same with another pace of the clock and the ledger, for demonstrations and tests. */
  public StreamSettings quick(IdleClockOptions clock, Duration ledgerFlush) {
    return new StreamSettings(
        digest, windows(digest, ledgerFlush), clock, persistRetries, consumerGroup, piiKey);
  }

  /** Times of the message window. */
  public static WindowSettings windows(DigestSettings digest, Duration ledgerFlush) {
    return new WindowSettings(
        digest.windowGrace(),
        digest.redeliveryHorizon(),
        digest.context().historyWindows(),
        digest.context().historyMessages(),
        ledgerFlush);
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "StreamSettings[" + digest + ", " + windows + ", " + idleClock + "]";
  }
}
