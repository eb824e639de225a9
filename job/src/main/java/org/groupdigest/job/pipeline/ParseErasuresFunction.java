package org.groupdigest.job.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.util.Collector;
import org.groupdigest.job.ingest.SenderIds;
import org.groupdigest.job.model.Erasure;
import org.groupdigest.job.window.GroupEvent;

/**
 * Parses requests to erase a sender: one event for each id that the sender may be stored under, so
 * that nothing is left from a time when the tenant's policy was another.
 */
public final class ParseErasuresFunction extends ParseControlFunction<List<Erasure>, GroupEvent> {

  /** Event type of the records. */
  static final String EVENT_TYPE = "digest.erasure.requested.v1";

  private static final long serialVersionUID = 1L;

  private final String piiKey;

  private transient SenderIds senders;

  /**
   * @param piiKey secret of the pseudonyms
   */
  public ParseErasuresFunction(String piiKey) {
    super(EVENT_TYPE, piiKey);
    this.piiKey = piiKey;
  }

  @Override
  public void open(OpenContext context) {
    super.open(context);
    senders = new SenderIds(Maskers.withKey(piiKey), Maskers.usersWithKey(piiKey));
  }

  @Override
  List<Erasure> read(JsonNode record) {
    String tenant = record.get("tenant_id").textValue();
    String group = record.get("group_id").textValue();
    String trace = traceId(record);
    Instant at = occurredAt(record);
    String asked = record.get("payload").get("sender_id").textValue();
    return senders.stored(tenant, asked).stream()
        .map(sender -> new Erasure(tenant, group, List.of(), sender, trace, at))
        .toList();
  }

  @Override
  void accept(List<Erasure> erasures, Instant brokerTime, Collector<GroupEvent> out) {
    erasures.forEach(erasure -> out.collect(GroupEvent.of(erasure, brokerTime)));
  }
}
