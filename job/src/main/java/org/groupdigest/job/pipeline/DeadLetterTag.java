package org.groupdigest.job.pipeline;

import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.util.OutputTag;
import org.groupdigest.job.model.DeadLetter;

/** The side output of everything that could not be processed. */
final class DeadLetterTag {

  static final OutputTag<DeadLetter> TAG = new OutputTag<>("dead-letters") {};

  private DeadLetterTag() {}

  static DataStream<DeadLetter> of(SingleOutputStreamOperator<?> operator) {
    return operator.getSideOutput(TAG);
  }
}
