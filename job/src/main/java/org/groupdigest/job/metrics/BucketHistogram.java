package org.groupdigest.job.metrics;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.DoubleAdder;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;

/**
 * A Prometheus histogram out of counters: {@code <name>_bucket{le}}, {@code <name>_count} and
 * {@code <name>_sum}, so that heatmaps and quantiles over many instances work. (Flink's own
 * histograms reach Prometheus as summaries, which cannot be added up.)
 */
public final class BucketHistogram {

  private final MetricGroup group;
  private final String name;
  private final double[] bounds;
  private final String[] labels;
  private final LabelledCounters buckets;
  private final LabelledCounters count;
  private final Map<String, DoubleAdder> sums = new HashMap<>();

  /**
   * @param group operator's metric group
   * @param name metric name as in the dashboards
   * @param bounds upper bounds, inclusive, ascending
   * @param labels names of the labels
   */
  public BucketHistogram(MetricGroup group, String name, double[] bounds, String... labels) {
    this.group = group;
    this.name = name;
    this.bounds = bounds.clone();
    this.labels = labels.clone();
    String[] withBound = Arrays.copyOf(labels, labels.length + 1);
    withBound[labels.length] = "le";
    this.buckets = new LabelledCounters(group, name + "_bucket", withBound);
    this.count = new LabelledCounters(group, name + "_count", labels);
  }

  /** Takes a value with its label values. */
  public void observe(double value, String... values) {
    for (double bound : bounds) {
      buckets.add(value <= bound ? 1 : 0, with(values, String.valueOf(bound)));
    }
    buckets.add(1, with(values, "+Inf"));
    count.add(1, values);
    sums.computeIfAbsent(String.join("\u0000", values), key -> registerSum(values)).add(value);
  }

  private DoubleAdder registerSum(String[] values) {
    MetricGroup labelled = group;
    for (int i = 0; i < labels.length; i++) {
      labelled = labelled.addGroup(labels[i], values[i]);
    }
    DoubleAdder sum = new DoubleAdder();
    labelled.<Double, Gauge<Double>>gauge(name + "_sum", sum::sum);
    return sum;
  }

  private static String[] with(String[] values, String bound) {
    String[] all = Arrays.copyOf(values, values.length + 1);
    all[values.length] = bound;
    return all;
  }
}
