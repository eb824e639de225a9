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
  private final ReaderPartitions siblings;
  private long newestEvent = NONE;
  private long watermark = NONE;
  private long silence;

  IdleClockGenerator(
      IdleClockOptions options, Clock clock, SilenceMeter meter, ReaderPartitions siblings) {
    this.options = options;
    this.clock = clock;
    this.meter = meter;
    this.siblings = siblings;
  }

  @Override
  public void onEvent(T event, long eventTimestamp, WatermarkOutput output) {
    newestEvent = Math.max(newestEvent, eventTimestamp);
    silence = 0;
    meter.heard();
  }

  @Override
  public void onPeriodicEmit(WatermarkOutput output) {
    silence = meter.tick();
    if (hasEvents()) {
      // As Flink's bounded generator: an event with the watermark's own timestamp would be late.
      advance(newestEvent - options.outOfOrderness().toMillis() - 1);
    }
    long target = clock.millis() - options.allowedDelay().toMillis();
    long backlog = siblings.backlog(this, target);
    if (silence >= longestSilence(backlog)) {
      advance(Math.min(target, backlog));
    }
    if (watermark != NONE) {
      output.emitWatermark(new Watermark(watermark));
    }
  }

  boolean hasEvents() {
    return newestEvent != NONE;
  }

  long watermark() {
    return watermark;
  }

  /** Whether records come, and older ones than a quiet partition would stand for. */
  boolean isBehind(long target) {
    return hasEvents() && silence < options.silence().toMillis() && newestEvent < target;
  }

  /** Longer where silence may only mean that reading has not come to this partition. */
  private long longestSilence(long backlog) {
    boolean known = hasEvents() && backlog == ReaderPartitions.NOBODY;
    return known ? options.silence().toMillis() : options.startupSilence().toMillis();
  }

  private void advance(long candidate) {
    watermark = Math.max(watermark, candidate);
  }
}
