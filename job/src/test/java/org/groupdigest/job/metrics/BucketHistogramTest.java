package org.groupdigest.job.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.groupdigest.job.testing.RecordedMetrics;
import org.junit.jupiter.api.Test;

/** The series of a Prometheus histogram: cumulative buckets, a count and a sum. */
class BucketHistogramTest {

  private static final double[] BOUNDS = {0.1, 0.5, 1};

  private final RecordedMetrics metrics = new RecordedMetrics();
  private final BucketHistogram histogram =
      new BucketHistogram(metrics, "latency", BOUNDS, "stage");

  @Test
  void bucketsAreCumulativeAndTheirBoundsBelongToThem() {
    histogram.observe(0.1, "topics");
    histogram.observe(0.4, "topics");
    histogram.observe(7, "topics");

    assertThat(metrics.counts())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "latency_bucket{stage=topics,le=0.1}", 1L,
                "latency_bucket{stage=topics,le=0.5}", 2L,
                "latency_bucket{stage=topics,le=1.0}", 2L,
                "latency_bucket{stage=topics,le=+Inf}", 3L,
                "latency_count{stage=topics}", 3L));
    assertThat(metrics.values()).containsExactly(Map.entry("latency_sum{stage=topics}", 7.5));
  }

  @Test
  void eachLabelHasItsOwnSeries() {
    histogram.observe(0.2, "topics");
    histogram.observe(0.3, "roles");

    assertThat(metrics.counts())
        .containsEntry("latency_count{stage=topics}", 1L)
        .containsEntry("latency_count{stage=roles}", 1L);
    assertThat(metrics.values())
        .containsEntry("latency_sum{stage=topics}", 0.2)
        .containsEntry("latency_sum{stage=roles}", 0.3);
  }

  @Property(tries = 100)
  void bucketsNeverFallAndTheLastIsTheCount(
      @ForAll @Size(min = 1, max = 20) List<@DoubleRange(min = 0, max = 2) Double> values) {
    RecordedMetrics recorded = new RecordedMetrics();
    BucketHistogram any = new BucketHistogram(recorded, "h", BOUNDS);
    for (double value : values) {
      any.observe(value);
    }
    Map<String, Long> counts = recorded.counts();
    assertThat(counts.get("h_bucket{le=0.1}")).isLessThanOrEqualTo(counts.get("h_bucket{le=0.5}"));
    assertThat(counts.get("h_bucket{le=0.5}")).isLessThanOrEqualTo(counts.get("h_bucket{le=1.0}"));
    assertThat(counts.get("h_bucket{le=1.0}")).isLessThanOrEqualTo(counts.get("h_bucket{le=+Inf}"));
    assertThat(counts.get("h_bucket{le=+Inf}"))
        .isEqualTo(counts.get("h_count{}"))
        .isEqualTo(values.size());
  }
}
