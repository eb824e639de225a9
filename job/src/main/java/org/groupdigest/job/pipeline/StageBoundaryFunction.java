package org.groupdigest.job.pipeline;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.groupdigest.job.metrics.BucketHistogram;
import org.groupdigest.job.metrics.LabelledCounters;
import org.groupdigest.job.model.Stage;
import org.groupdigest.job.model.StageArtifact;
import org.groupdigest.job.model.WindowRef;
import org.groupdigest.job.model.events.EventEnvelope;
import org.groupdigest.job.model.events.Events;
import org.groupdigest.job.stage.CallPlan;

/**
 * Stands between two levels of stages: reports how the stages before it went and what their calls
 * cost, and announces those that come next.
 */
public final class StageBoundaryFunction extends ProcessFunction<DigestDraft, DigestDraft> {

  private static final long serialVersionUID = 1L;

  /** Stage events. */
  static final OutputTag<EventEnvelope> EVENTS_TAG = new OutputTag<>("stage-events") {};

  private static final double[] SECONDS = {
    0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300
  };

  private static final Events EVENTS = new Events("group-digest/digests");
  private static final int FIRST_ATTEMPT = 1;

  private final CallPlan plan;
  private final int next;

  private transient BucketHistogram latency;
  private transient LabelledCounters status;
  private transient CallMetrics calls;

  /**
   * @param plan which stages are in a level
   * @param next the level that comes next: {@link CallPlan#LEVELS} for the judge, more for none
   */
  public StageBoundaryFunction(CallPlan plan, int next) {
    this.plan = plan;
    this.next = next;
  }

  @Override
  public void open(OpenContext context) {
    MetricGroup group = getRuntimeContext().getMetricGroup();
    latency =
        new BucketHistogram(group, "digest_stage_latency_seconds", SECONDS, "stage", "status");
    status = new LabelledCounters(group, "digest_stage_status_total", "stage", "status");
    calls = new CallMetrics(group);
  }

  @Override
  public void processElement(DigestDraft draft, Context context, Collector<DigestDraft> out) {
    if (!draft.isOpen()) {
      out.collect(draft);
      return;
    }
    WindowRef window = draft.context().window();
    Set<Stage> told = EnumSet.noneOf(Stage.class);
    for (StageReport report : draft.reports()) {
      latency.observe(report.latencyMillis() / 1000.0, report.stage().wireName(), report.outcome());
      status.add(1, report.stage().wireName(), report.outcome());
      complete(draft, report, told, context);
    }
    draft.freshCalls().forEach(calls::count);
    for (Stage stage : upcoming(draft)) {
      context.output(
          EVENTS_TAG,
          EVENTS.stageStarted(
              window, draft.context().traceId(), stage, FIRST_ATTEMPT, window.end()));
    }
    out.collect(draft.withoutReports());
  }

  private List<Stage> upcoming(DigestDraft draft) {
    if (next == CallPlan.LEVELS) {
      return List.of(Stage.EVALUATION_AGENT);
    }
    return next > CallPlan.LEVELS ? List.of() : plan.stages(next, draft.messages());
  }

  /**
   * A stage has completed with the artifact that was kept, and that is told once. What failed or
   * was discarded has no artifact: that is told by the metrics and the digest.
   */
  private static void complete(
      DigestDraft draft, StageReport report, Set<Stage> told, Context context) {
    StageArtifact artifact = draft.artifactsByStage().get(report.stage().wireName());
    if (artifact != null && report.tellsOf(artifact) && told.add(report.stage())) {
      WindowRef window = draft.context().window();
      context.output(
          EVENTS_TAG,
          EVENTS.stageCompleted(
              window, draft.context().traceId(), artifact, FIRST_ATTEMPT, window.end()));
    }
  }
}
