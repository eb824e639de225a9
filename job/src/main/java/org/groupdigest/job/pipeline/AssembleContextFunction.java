package org.groupdigest.job.pipeline;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.groupdigest.job.config.ContextSettings;
import org.groupdigest.job.context.ContextService;
import org.groupdigest.job.context.WindowInput;
import org.groupdigest.job.metrics.LabelledCounters;
import org.groupdigest.job.model.ContextStats;
import org.groupdigest.job.model.WindowContext;
import org.groupdigest.job.window.ClosedWindow;

/** Assembles the context of closed windows. */
public final class AssembleContextFunction extends ProcessFunction<ClosedWindow, WindowContext> {

  private static final long serialVersionUID = 1L;

  private final ContextSettings settings;

  private transient ContextService service;
  private transient LabelledCounters messages;
  private transient Counter duplicates;
  private transient Counter historyMatches;

  /**
   * @param settings numbers of deduplication, scoring and trimming
   */
  public AssembleContextFunction(ContextSettings settings) {
    this.settings = settings;
  }

  @Override
  public void open(OpenContext context) {
    service = Contexts.service(settings);
    MetricGroup group = getRuntimeContext().getMetricGroup();
    messages = new LabelledCounters(group, "digest_context_messages", "metric");
    duplicates = group.counter("digest_context_duplicates_total");
    historyMatches = group.counter("digest_context_history_matches_total");
  }

  @Override
  public void processElement(ClosedWindow window, Context context, Collector<WindowContext> out) {
    WindowContext assembled =
        service.assemble(
            new WindowInput(
                window.window(),
                window.group(),
                window.traceId(),
                window.messages(),
                window.history()));
    count(assembled.stats());
    out.collect(assembled.withInputIncomplete(window.inputIncomplete()));
  }

  private void count(ContextStats stats) {
    messages.add(stats.received(), "received");
    messages.add(stats.kept(), "kept");
    messages.add(stats.trimmed(), "trimmed");
    duplicates.inc(stats.duplicates());
    historyMatches.inc(stats.historyLinked());
  }
}
