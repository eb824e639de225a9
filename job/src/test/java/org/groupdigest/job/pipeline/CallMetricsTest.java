package org.groupdigest.job.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.groupdigest.job.model.ModelCall;
import org.groupdigest.job.model.Stage;
import org.groupdigest.job.testing.RecordedMetrics;
import org.junit.jupiter.api.Test;

/** What calls cost is counted once, under the names that the dashboards look for. */
class CallMetricsTest {

  private final RecordedMetrics metrics = new RecordedMetrics();
  private final CallMetrics calls = new CallMetrics(metrics);

  @Test
  void tokensAreCountedByModelAndKindWhenTheyArePaid() {
    calls.count(Drafts.call("a", "model-1", 100, 20, false));
    calls.count(Drafts.call("b", "model-1", 10, 2, false));
    calls.count(Drafts.call("c", "model-2", 7, 1, false));
    calls.count(Drafts.call("a", "model-1", 100, 20, true));

    assertThat(metrics.counts())
        .containsEntry("digest_tokens_total{model=model-1,kind=prompt}", 110L)
        .containsEntry("digest_tokens_total{model=model-1,kind=answer}", 22L)
        .containsEntry("digest_tokens_total{model=model-2,kind=prompt}", 7L);
  }

  @Test
  void incidentsAreCountedAndTheDashboardsOwnCountersToo() {
    calls.count(failed("rate_limited", "circuit_open", "pro_quota_exceeded"));

    assertThat(metrics.counts())
        .containsEntry("digest_llm_incidents_total{incident=rate_limited}", 1L)
        .containsEntry("digest_circuit_open_total{stage=topic_agent}", 1L)
        .containsEntry("digest_circuit_open_total{stage=synthesis_agent}", 1L)
        .containsEntry("digest_pro_quota_exceeded_total{}", 1L)
        .doesNotContainKey("digest_tokens_total{model=,kind=prompt}");
  }

  private static ModelCall failed(String... incidents) {
    List<Stage> stages = List.of(Stage.TOPIC_AGENT, Stage.SYNTHESIS_AGENT);
    return new ModelCall("a", stages, "", 0, 0, 0, 3, false, List.of(incidents));
  }
}
