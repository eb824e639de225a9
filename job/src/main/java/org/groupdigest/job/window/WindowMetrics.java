package org.groupdigest.job.window;

import org.apache.flink.metrics.MetricGroup;
import org.groupdigest.job.metrics.LabelledCounters;
import org.groupdigest.job.model.MessageEvent;

/** Counts what the message window leaves out, by reason; tenants are never labels. */
final class WindowMetrics {

  private final LabelledCounters filtered;

  WindowMetrics(MetricGroup group) {
    filtered = new LabelledCounters(group, "digest_ingest_filter_total", "reason");
  }

  void taken(MessageEvent event, MessageIntake.Outcome outcome) {
    if (event.filterReason() != null) {
      filtered.add(1, event.filterReason());
    } else if (outcome.late() != null && outcome.late().counted()) {
      filtered.add(1, "late");
    }
  }
}
