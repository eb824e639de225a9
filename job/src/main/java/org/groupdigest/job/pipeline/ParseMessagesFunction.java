package org.groupdigest.job.pipeline;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.groupdigest.job.ingest.MessageParser;
import org.groupdigest.job.ingest.ParsedRecord;
import org.groupdigest.job.metrics.LabelledCounters;
import org.groupdigest.job.window.GroupEvent;

/**
 * Parses, validates and masks message records before they are keyed, so that a busy group does not
 * have this done on one thread. Side output: dead letters.
 */
public final class ParseMessagesFunction extends ProcessFunction<RawRecord, GroupEvent> {

  private static final long serialVersionUID = 1L;

  private final String piiKey;

  private transient MessageParser parser;
  private transient LabelledCounters deadLetters;

  /**
   * @param piiKey secret of the pseudonyms
   */
  public ParseMessagesFunction(String piiKey) {
    this.piiKey = piiKey;
  }

  @Override
  public void open(OpenContext context) {
    parser = new MessageParser(Maskers.withKey(piiKey));
    deadLetters =
        new LabelledCounters(
            getRuntimeContext().getMetricGroup(), "digest_dlq_total", "stage", "error_code");
  }

  @Override
  public void processElement(RawRecord raw, Context context, Collector<GroupEvent> out) {
    ParsedRecord parsed = parser.parse(raw.value(), raw.position(), raw.brokerTime());
    if (parsed instanceof ParsedRecord.Accepted accepted) {
      out.collect(GroupEvent.of(accepted.event()));
    } else if (parsed instanceof ParsedRecord.Invalid invalid) {
      deadLetters.add(1, invalid.letter().stage(), invalid.letter().errorCode().wireName());
      context.output(DeadLetterTag.TAG, invalid.letter());
      out.collect(GroupEvent.invalid(invalid.letter()));
    }
  }
}
