package org.groupdigest.job.pipeline;

import org.apache.flink.metrics.MetricGroup;
import org.groupdigest.job.metrics.LabelledCounters;
import org.groupdigest.job.model.DeadLetter;

/** Counts dead letters as {@code digest_dlq_total{stage,error_code}}, whoever writes them. */
final class DeadLetterCounter {

  private final LabelledCounters counters;

  DeadLetterCounter(MetricGroup group) {
    counters = new LabelledCounters(group, "digest_dlq_total", "stage", "error_code");
  }

  /** Counts a letter and gives it back, to be put out. */
  DeadLetter counted(DeadLetter letter) {
    counters.add(1, letter.stage(), letter.errorCode().wireName());
    return letter;
  }
}
