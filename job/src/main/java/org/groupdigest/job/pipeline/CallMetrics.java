package org.groupdigest.job.pipeline;

import org.apache.flink.metrics.MetricGroup;
import org.groupdigest.job.metrics.LabelledCounters;
import org.groupdigest.job.model.ModelCall;
import org.groupdigest.job.model.Stage;

/** Counts what model calls cost and what happened on their way. */
final class CallMetrics {

  private static final String CIRCUIT_OPEN = "circuit_open";
  private static final String PRO_QUOTA = "pro_quota_exceeded";

  private final LabelledCounters tokens;
  private final LabelledCounters circuitOpen;
  private final LabelledCounters quotaExceeded;
  private final LabelledCounters incidents;

  CallMetrics(MetricGroup group) {
    tokens = new LabelledCounters(group, "digest_tokens_total", "model", "kind");
    circuitOpen = new LabelledCounters(group, "digest_circuit_open_total", "stage");
    quotaExceeded = new LabelledCounters(group, "digest_pro_quota_exceeded_total");
    incidents = new LabelledCounters(group, "digest_llm_incidents_total", "incident");
  }

  /** What was found in the store was counted when it was paid for. */
  void count(ModelCall call) {
    if (call.isBilled() && !call.stored()) {
      tokens.add(call.promptTokens(), call.modelId(), "prompt");
      tokens.add(call.answerTokens(), call.modelId(), "answer");
    }
    call.incidents().forEach(incident -> count(incident, call));
  }

  private void count(String incident, ModelCall call) {
    incidents.add(1, incident);
    if (incident.equals(CIRCUIT_OPEN)) {
      call.stages().stream().map(Stage::wireName).forEach(stage -> circuitOpen.add(1, stage));
    } else if (incident.equals(PRO_QUOTA)) {
      quotaExceeded.add(1);
    }
  }
}
