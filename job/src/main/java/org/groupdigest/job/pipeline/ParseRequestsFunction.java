package org.groupdigest.job.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.apache.flink.util.Collector;
import org.groupdigest.job.window.DigestRequest;
import org.groupdigest.job.window.GroupEvent;

/** Parses requests for a digest now. */
public final class ParseRequestsFunction extends ParseControlFunction<DigestRequest, GroupEvent> {

  /** Event type of the records. */
  static final String EVENT_TYPE = "digest.generate.requested.v1";

  private static final long serialVersionUID = 1L;

  /**
   * @param piiKey secret of the pseudonyms, for the snippets of dead letters
   */
  public ParseRequestsFunction(String piiKey) {
    super(EVENT_TYPE, piiKey);
  }

  @Override
  DigestRequest read(JsonNode record) {
    JsonNode payload = record.get("payload");
    return new DigestRequest(
        record.get("tenant_id").textValue(),
        record.get("group_id").textValue(),
        traceId(record),
        occurredAt(record).toEpochMilli(),
        payload.path("window_hours").asInt(0),
        payload.path("since_message_id").textValue(),
        payload.path("requested_by").textValue());
  }

  @Override
  void accept(DigestRequest request, Instant brokerTime, Collector<GroupEvent> out) {
    out.collect(GroupEvent.of(request, brokerTime));
  }
}
