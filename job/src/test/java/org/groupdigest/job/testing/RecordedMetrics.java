package org.groupdigest.job.testing;

import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;

/**
 * A metric group that remembers what was registered: {@code name{label=value,...}}. Labels are
 * groups of a key and a value, as reporters understand them.
 */
public final class RecordedMetrics extends UnregisteredMetricsGroup {

  private final String labels;
  private final Map<String, Counter> counters;
  private final Map<String, Gauge<?>> gauges;

  public RecordedMetrics() {
    this("", new TreeMap<>(), new TreeMap<>());
  }

  private RecordedMetrics(
      String labels, Map<String, Counter> counters, Map<String, Gauge<?>> gauges) {
    this.labels = labels;
    this.counters = counters;
    this.gauges = gauges;
  }

  @Override
  public MetricGroup addGroup(String key, String value) {
    String label = key + "=" + value;
    return new RecordedMetrics(labels.isEmpty() ? label : labels + "," + label, counters, gauges);
  }

  @Override
  public Counter counter(String name) {
    Counter counter = super.counter(name);
    if (counters.put(named(name), counter) != null) {
      throw new AssertionError("registered twice: " + named(name));
    }
    return counter;
  }

  @Override
  public <T, G extends Gauge<T>> G gauge(String name, G gauge) {
    if (gauges.put(named(name), gauge) != null) {
      throw new AssertionError("registered twice: " + named(name));
    }
    return gauge;
  }

  private String named(String name) {
    return name + "{" + labels + "}";
  }

  /** Counts by {@code name{labels}}. */
  public Map<String, Long> counts() {
    Map<String, Long> counts = new TreeMap<>();
    counters.forEach((name, counter) -> counts.put(name, counter.getCount()));
    return counts;
  }

  /** Gauges' values by {@code name{labels}}. */
  public Map<String, Object> values() {
    Map<String, Object> values = new TreeMap<>();
    gauges.forEach((name, gauge) -> values.put(name, gauge.getValue()));
    return values;
  }
}
