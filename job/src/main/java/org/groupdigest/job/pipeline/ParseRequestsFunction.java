package org.groupdigest.job.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.groupdigest.job.ingest.ControlParser;
import org.groupdigest.job.model.DeterministicIds;
import org.groupdigest.job.window.DigestRequest;
import org.groupdigest.job.window.GroupEvent;

/** Parses requests for a digest now. */
public final class ParseRequestsFunction extends ProcessFunction<RawRecord, GroupEvent> {

  /** Event type of the records. */
  static final String EVENT_TYPE = "digest.generate.requested.v1";

  private static final long serialVersionUID = 1L;

  private final String piiKey;

  private transient ControlParser<DigestRequest> parser;
  private transient DeadLetterCounter deadLetters;

  /**
   * @param piiKey secret of the pseudonyms, for the snippets of dead letters
   */
  public ParseRequestsFunction(String piiKey) {
    this.piiKey = piiKey;
  }

  @Override
  public void open(OpenContext context) {
    deadLetters = new DeadLetterCounter(getRuntimeContext().getMetricGroup());
    parser = new ControlParser<>(EVENT_TYPE, ParseRequestsFunction::read, Maskers.withKey(piiKey));
  }

  private static DigestRequest read(JsonNode record) {
    JsonNode payload = record.get("payload");
    String trace = record.path("trace_id").textValue();
    return new DigestRequest(
        record.get("tenant_id").textValue(),
        record.get("group_id").textValue(),
        trace == null ? DeterministicIds.of("trace", record.get("event_id").textValue()) : trace,
        Instant.parse(record.get("occurred_at").textValue()).toEpochMilli(),
        payload.path("window_hours").asInt(0),
        payload.path("since_message_id").textValue(),
        payload.path("requested_by").textValue());
  }

  @Override
  public void processElement(RawRecord raw, Context context, Collector<GroupEvent> out) {
    parser.parse(
        raw.value(),
        raw.position(),
        raw.brokerTime(),
        (request, time) -> out.collect(GroupEvent.of(request, time)),
        letter -> context.output(DeadLetterTag.TAG, deadLetters.counted(letter)));
  }
}
