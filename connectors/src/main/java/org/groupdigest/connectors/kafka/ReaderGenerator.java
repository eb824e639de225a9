package org.groupdigest.connectors.kafka;

import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;

/**
 * The generator that Flink makes for a reader as a whole, before those of its partitions. No record
 * passes it when a source reads partitions, so it would call the busiest reader silent, and what it
 * emits is not held back by the partitions. It therefore speaks only for a reader without
 * partitions, or for records that reach it.
 *
 * @param <T> records
 */
final class ReaderGenerator<T> implements WatermarkGenerator<T> {
  private final IdleClockGenerator<T> own;
  private final ReaderPartitions partitions;

  ReaderGenerator(IdleClockGenerator<T> own, ReaderPartitions partitions) {
    this.own = own;
    this.partitions = partitions;
  }

  @Override
  public void onEvent(T event, long eventTimestamp, WatermarkOutput output) {
    own.onEvent(event, eventTimestamp, output);
  }

  @Override
  public void onPeriodicEmit(WatermarkOutput output) {
    if (own.hasEvents() || partitions.isEmpty()) {
      own.onPeriodicEmit(output);
    }
  }
}
