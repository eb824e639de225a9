package org.groupdigest.job.window;

import java.util.HashMap;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.groupdigest.job.model.MessageEvent;

/** Counts what the message window leaves out, by reason; tenants are never labels. */
final class WindowMetrics {

  private final MetricGroup group;
  private final Map<String, Counter> filtered = new HashMap<>();

  WindowMetrics(MetricGroup group) {
    this.group = group;
  }

  void taken(MessageEvent event, MessageIntake.Outcome outcome) {
    if (event.filterReason() != null) {
      count(event.filterReason());
    } else if (outcome.late() != null && outcome.late().counted()) {
      count("late");
    }
  }

  private void count(String reason) {
    filtered
        .computeIfAbsent(
            reason, r -> group.addGroup("reason", r).counter("digest_ingest_filter_total"))
        .inc();
  }
}
