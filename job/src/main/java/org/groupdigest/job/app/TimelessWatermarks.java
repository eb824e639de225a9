package org.groupdigest.job.app;

import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.groupdigest.connectors.kafka.KafkaRecord;

/**
 * For inputs that take no part in event time: they are always at the end of it, so that whoever
 * joins them with an input that has times follows that one alone.
 */
final class TimelessWatermarks implements WatermarkGenerator<KafkaRecord> {

  @Override
  public void onEvent(KafkaRecord record, long timestamp, WatermarkOutput output) {
    // Events move nothing.
  }

  @Override
  public void onPeriodicEmit(WatermarkOutput output) {
    output.emitWatermark(Watermark.MAX_WATERMARK);
  }
}
