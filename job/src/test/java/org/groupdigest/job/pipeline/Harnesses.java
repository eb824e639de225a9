package org.groupdigest.job.pipeline;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.apache.flink.util.OutputTag;

/** Shorthand for harness tests. */
final class Harnesses {

  private Harnesses() {}

  static <I, O> OneInputStreamOperatorTestHarness<I, O> of(ProcessFunction<I, O> function)
      throws Exception {
    return ProcessFunctionTestHarnesses.forProcessFunction(function);
  }

  static <T> List<T> side(OneInputStreamOperatorTestHarness<?, ?> harness, OutputTag<T> tag) {
    List<T> values = new ArrayList<>();
    var queue = harness.getSideOutput(tag);
    if (queue != null) {
      queue.forEach(record -> values.add(record.getValue()));
    }
    return values;
  }
}
