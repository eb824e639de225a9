package org.groupdigest.job.pipeline;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.groupdigest.job.config.DigestSettings;
import org.groupdigest.job.model.DigestRecord;
import org.groupdigest.job.render.DigestRenderer;
import org.groupdigest.job.render.LinkPattern;

/** Decides about delivery and renders; see {@link DigestAssembler}. */
public final class DeliveryGateFunction extends ProcessFunction<DigestDraft, FinishedDigest> {

  private static final long serialVersionUID = 1L;

  private final DigestSettings settings;

  private transient DigestAssembler assembler;
  private transient DigestMetricsReporter metrics;

  /**
   * @param settings scopes and link patterns
   */
  public DeliveryGateFunction(DigestSettings settings) {
    this.settings = settings;
  }

  @Override
  public void open(OpenContext context) {
    assembler =
        new DigestAssembler(settings, new DigestRenderer(new LinkPattern(settings.linkPatterns())));
    metrics = new DigestMetricsReporter(getRuntimeContext().getMetricGroup());
  }

  @Override
  public void processElement(DigestDraft draft, Context context, Collector<FinishedDigest> out) {
    DigestRecord digest = assembler.assemble(draft);
    metrics.report(digest);
    out.collect(
        new FinishedDigest(digest, draft.admission().delivery(), draft.position(), null, 0, 0));
  }
}
