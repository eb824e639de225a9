package org.groupdigest.connectors.kafka;

import java.time.Clock;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;

/**
 * The watermark of one partition: behind its newest event while records come, behind the wall clock
 * once it has been silent for long enough. Never goes back.
 *
 * @param <T> records
 */
final class IdleClockGenerator<T> implements WatermarkGenerator<T> {
  private static final long NONE = Long.MIN_VALUE;

  private final IdleClockOptions options;
  private final Clock clock;
  private final SilenceMeter meter;
  private long newestEvent = NONE;
  private long watermark = NONE;

  IdleClockGenerator(IdleClockOptions options, Clock clock, SilenceMeter meter) {
    this.options = options;
    this.clock = clock;
    this.meter = meter;
  }

  @Override
  public void onEvent(T event, long eventTimestamp, WatermarkOutput output) {
    newestEvent = Math.max(newestEvent, eventTimestamp);
    meter.heard();
  }

  @Override
  public void onPeriodicEmit(WatermarkOutput output) {
    boolean silent = meter.tick() >= longestSilence();
    if (hasEvents()) {
      // As Flink's bounded generator: an event with the watermark's own timestamp would be late.
      advance(newestEvent - options.outOfOrderness().toMillis() - 1);
    }
    if (silent) {
      advance(clock.millis() - options.allowedDelay().toMillis());
    }
    if (watermark != NONE) {
      output.emitWatermark(new Watermark(watermark));
    }
  }

  boolean hasEvents() {
    return newestEvent != NONE;
  }

  private long longestSilence() {
    return hasEvents() ? options.silence().toMillis() : options.startupSilence().toMillis();
  }

  private void advance(long candidate) {
    watermark = Math.max(watermark, candidate);
  }
}
