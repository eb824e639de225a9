package org.groupdigest.job.pipeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.groupdigest.job.model.Erasure;
import org.groupdigest.job.model.Json;
import org.groupdigest.job.model.events.Payloads;

/** Reads back what must go from everything that is stored. */
public final class ParseErasedFunction extends ParseEventFunction<Erasure> {

  /** Event type of the records. */
  static final String EVENT_TYPE = "group.message.erased.v1";

  private static final long serialVersionUID = 1L;

  /** Reads the only version there is. */
  public ParseErasedFunction() {
    super(EVENT_TYPE, "message_erased", "an erasure cannot be read");
  }

  @Override
  Erasure read(JsonNode event, RawRecord raw) throws JsonProcessingException {
    Payloads.Erased erased =
        Json.mapper().treeToValue(event.path("payload"), Payloads.Erased.class);
    String tenant = event.path("tenant_id").asText();
    String group = event.path("group_id").asText();
    if (tenant.isEmpty() || group.isEmpty() || erased == null || !saysWhat(erased)) {
      return null;
    }
    return new Erasure(
        tenant,
        group,
        erased.messageIds(),
        erased.senderId(),
        event.path("trace_id").asText(),
        Instant.parse(event.path("occurred_at").asText()));
  }

  /** Either messages or a sender, and no id that is none. */
  private static boolean saysWhat(Payloads.Erased erased) {
    List<String> ids = erased.messageIds();
    if (ids == null || ids.stream().anyMatch(id -> id == null || id.isEmpty())) {
      return false;
    }
    boolean sender = erased.senderId() != null && !erased.senderId().isEmpty();
    return ids.isEmpty() == sender && (sender || erased.senderId() == null);
  }
}
