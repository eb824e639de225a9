package org.groupdigest.job.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.apache.flink.util.Collector;

/** Parses requests to remove older digests of a group. */
public final class ParseRetentionFunction
    extends ParseControlFunction<RetentionRequest, RetentionRequest> {

  /** Event type of the records. */
  static final String EVENT_TYPE = "digest.retention.requested.v1";

  private static final long serialVersionUID = 1L;

  /**
   * @param piiKey secret of the pseudonyms, for the snippets of dead letters
   */
  public ParseRetentionFunction(String piiKey) {
    super(EVENT_TYPE, piiKey);
  }

  @Override
  RetentionRequest read(JsonNode record) {
    return new RetentionRequest(
        record.get("tenant_id").textValue(),
        record.get("group_id").textValue(),
        Instant.parse(record.get("payload").get("before").textValue()),
        traceId(record));
  }

  @Override
  void accept(RetentionRequest request, Instant brokerTime, Collector<RetentionRequest> out) {
    out.collect(request);
  }
}
