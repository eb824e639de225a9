package org.groupdigest.job.model.events;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import org.groupdigest.job.model.GroupKey;
import org.groupdigest.job.model.Json;

/**
 * An event as it goes out. State type: fields are only ever added, new ones nullable.
 *
 * @param eventId deterministic UUIDv5: the same fact has the same id, however often it is said
 * @param eventType what is announced
 * @param tenantId tenant, empty only in dead letters that name none
 * @param groupId group, empty only in dead letters that name none
 * @param traceId runs from the ingested message to the last row and log line
 * @param occurredAt when it happened
 * @param source which part of the product says so
 * @param payload JSON text by the type's schema
 */
public record EventEnvelope(
    String eventId,
    EventType eventType,
    String tenantId,
    String groupId,
    String traceId,
    Instant occurredAt,
    String source,
    @JsonRawValue String payload) {
  /** The record's value: one JSON object. */
  public String toJson() {
    return Json.write(this);
  }

  /** The record's key: all events of a group are in one partition, in order. */
  @JsonIgnore
  public String key() {
    return new GroupKey(tenantId, groupId).encoded();
  }
}
