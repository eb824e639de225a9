package org.groupdigest.job.metrics;

import java.util.HashMap;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/**
 * Counters of one name by the values of one or two labels. Labels must have few values: never a
 * tenant, a group or an id.
 */
public final class LabelledCounters {

  private final MetricGroup group;
  private final String name;
  private final String[] labels;
  private final Map<String, Counter> counters = new HashMap<>();

  /**
   * @param group operator's metric group
   * @param name metric name as in the dashboards
   * @param labels names of the labels
   */
  public LabelledCounters(MetricGroup group, String name, String... labels) {
    this.group = group;
    this.name = name;
    this.labels = labels.clone();
  }

  /** Adds to the counter of these label values, one for each label. */
  public void add(long by, String... values) {
    counters.computeIfAbsent(String.join("\u0000", values), key -> register(values)).inc(by);
  }

  private Counter register(String[] values) {
    MetricGroup labelled = group;
    for (int i = 0; i < labels.length; i++) {
      labelled = labelled.addGroup(labels[i], values[i]);
    }
    return labelled.counter(name);
  }
}
