package org.groupdigest.job.pipeline;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.groupdigest.job.ingest.ControlParser;
import org.groupdigest.job.ingest.PolicyReader;
import org.groupdigest.job.model.TenantPolicy;

/** Parses policies. A tombstone changes nothing: a policy is replaced, not taken away. */
public final class ParsePoliciesFunction extends ProcessFunction<RawRecord, TenantPolicy> {

  private static final long serialVersionUID = 1L;

  private final String piiKey;

  private transient ControlParser<TenantPolicy> parser;
  private transient DeadLetterCounter deadLetters;

  /**
   * @param piiKey secret of the pseudonyms, for the snippets of dead letters
   */
  public ParsePoliciesFunction(String piiKey) {
    this.piiKey = piiKey;
  }

  @Override
  public void open(OpenContext context) {
    deadLetters = new DeadLetterCounter(getRuntimeContext().getMetricGroup());
    parser = PolicyReader.parser(Maskers.withKey(piiKey));
  }

  @Override
  public void processElement(RawRecord raw, Context context, Collector<TenantPolicy> out) {
    if (raw.value() == null) {
      return;
    }
    parser.parse(
        raw.value(),
        raw.position(),
        raw.brokerTime(),
        (policy, time) -> out.collect(policy),
        letter -> context.output(DeadLetterTag.TAG, deadLetters.counted(letter)));
  }
}
