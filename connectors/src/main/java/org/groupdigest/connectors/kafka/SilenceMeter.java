package org.groupdigest.connectors.kafka;

import org.apache.flink.util.clock.RelativeClock;

/**
 * How long an input has been silent while somebody listened. Silence is the sum of the times
 * between ticks, on a clock that stands still under backpressure, and no tick counts for more than
 * twice its interval: a thread that was blocked for a minute has not listened for a minute.
 */
final class SilenceMeter {
  private final RelativeClock activity;
  private final long longestStep;
  private long lastTick;
  private long silence;

  SilenceMeter(RelativeClock activity, long tickMillis) {
    this.activity = activity;
    this.longestStep = 2 * tickMillis;
    this.lastTick = activity.relativeTimeMillis();
  }

  /** A record came. */
  void heard() {
    silence = 0;
  }

  /** A periodic tick; gives the silence up to now in milliseconds. */
  long tick() {
    long now = activity.relativeTimeMillis();
    silence += Math.min(longestStep, Math.max(0, now - lastTick));
    lastTick = now;
    return silence;
  }
}
