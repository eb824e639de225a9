package org.groupdigest.job.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.groupdigest.job.testing.RecordedMetrics;
import org.junit.jupiter.api.Test;

/** One counter for each combination of label values, registered when it is first needed. */
class LabelledCountersTest {

  private final RecordedMetrics metrics = new RecordedMetrics();
  private final LabelledCounters counters =
      new LabelledCounters(metrics, "digest_dlq_total", "stage", "error_code");

  @Test
  void nothingIsRegisteredBeforeItHappens() {
    assertThat(metrics.counts()).isEmpty();
  }

  @Test
  void eachCombinationOfLabelsCountsForItself() {
    counters.add(1, "ingest", "not_json");
    counters.add(2, "ingest", "too_large");
    counters.add(3, "ingest", "not_json");
    counters.add(5, "persist", "not_json");

    assertThat(metrics.counts())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "digest_dlq_total{stage=ingest,error_code=not_json}", 4L,
                "digest_dlq_total{stage=ingest,error_code=too_large}", 2L,
                "digest_dlq_total{stage=persist,error_code=not_json}", 5L));
  }

  @Test
  void labelsThatLookAlikeWhenJoinedStayApart() {
    counters.add(1, "ab", "c");
    counters.add(1, "a", "bc");

    assertThat(metrics.counts()).hasSize(2).containsValues(1L);
  }

  @Test
  void zeroMakesACounterVisible() {
    counters.add(0, "ingest", "not_json");

    assertThat(metrics.counts())
        .containsExactly(Map.entry("digest_dlq_total{stage=ingest,error_code=not_json}", 0L));
  }
}
