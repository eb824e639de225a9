package org.groupdigest.job.app;

import java.time.Duration;
import org.groupdigest.connectors.kafka.IdleClockOptions;
import org.groupdigest.job.config.DigestSettings;
import org.groupdigest.job.context.ContextSettings;
import org.groupdigest.job.pipeline.PersistRetries;
import org.groupdigest.job.window.WindowSettings;

/**
 * Settings of a streaming job.
 *
 * @param digest settings of the product
 * @param windows times of the message window
 * @param context numbers of the context assembly
 * @param idleClock how quiet partitions follow the wall clock
 * @param persistRetries how writing to Postgres is tried again
 * @param consumerGroup Kafka consumer group and start of the transactional ids
 * @param piiKey secret of the pseudonyms
 */
public record StreamSettings(
    DigestSettings digest,
    WindowSettings windows,
    ContextSettings context,
    IdleClockOptions idleClock,
    PersistRetries persistRetries,
    String consumerGroup,
    String piiKey) {

  /** What a deployment uses unless it says otherwise. */
  public static StreamSettings of(DigestSettings digest, String piiKey) {
    ContextSettings context = ContextSettings.defaults();
    return new StreamSettings(
        digest,
        windows(digest, context, Duration.ofSeconds(30)),
        context,
        IdleClockOptions.defaults(),
        PersistRetries.DEFAULT,
        "group-digest",
        piiKey);
  }

  /** The same with another pace of the clock and the ledger, for demonstrations and tests. */
  public StreamSettings quick(IdleClockOptions clock, Duration ledgerFlush) {
    return new StreamSettings(
        digest,
        windows(digest, context, ledgerFlush),
        context,
        clock,
        persistRetries,
        consumerGroup,
        piiKey);
  }

  /** Times of the message window. */
  public static WindowSettings windows(
      DigestSettings digest, ContextSettings context, Duration ledgerFlush) {
    return new WindowSettings(
        digest.windowGrace(),
        digest.redeliveryHorizon(),
        context.historyWindows(),
        context.historyMessages(),
        ledgerFlush);
  }
}
