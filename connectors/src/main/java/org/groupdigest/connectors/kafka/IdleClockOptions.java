package org.groupdigest.connectors.kafka;

import java.io.Serializable;
import java.time.Duration;

/**
 * When and how far {@link IdleClockWatermarks} follow the wall clock.
 *
 * @param outOfOrderness how much older than the newest event another may be
 * @param silence how long a partition is quiet before the clock moves it
 * @param startupSilence the same for a partition that reading may only not have come to: without
 *     any record since the start, or beside the backlog of another; longer
 * @param allowedDelay how far behind the wall clock a quiet partition stays: the longest way of a
 *     record from its event to the topic
 * @param tick interval of periodic watermarks, {@code pipeline.auto-watermark-interval}
 */
public record IdleClockOptions(
    Duration outOfOrderness,
    Duration silence,
    Duration startupSilence,
    Duration allowedDelay,
    Duration tick)
    implements Serializable {

  /** Checks signs and order. */
  public IdleClockOptions {
    if (outOfOrderness.isNegative() || allowedDelay.isNegative()) {
      throw new IllegalArgumentException("outOfOrderness and allowedDelay must not be negative");
    }
    if (tick.isNegative() || tick.isZero() || silence.compareTo(tick) < 0) {
      throw new IllegalArgumentException("tick must be positive and silence not under it");
    }
    if (startupSilence.compareTo(silence) < 0) {
      throw new IllegalArgumentException("startupSilence must not be under silence");
    }
  }

  /** 5 s out of order, 30 s of silence, 2 min at the start, 1 min behind, a tick of 200 ms. */
  public static IdleClockOptions defaults() {
    return new IdleClockOptions(
        Duration.ofSeconds(5),
        Duration.ofSeconds(30),
        Duration.ofMinutes(2),
        Duration.ofMinutes(1),
        Duration.ofMillis(200));
  }
}
