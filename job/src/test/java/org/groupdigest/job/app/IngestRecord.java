package org.groupdigest.job.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.groupdigest.job.model.Json;

/**
 * A record of the message topic.
 *
 * @param key record key
 * @param value bytes of the value, or null
 */
// The bytes are handed on, records are never compared.
@SuppressWarnings("ArrayRecordComponent")
record IngestRecord(String key, byte[] value) {

  static IngestRecord of(ObjectNode event) {
    String key = TestTopics.key(event.path("tenant_id").asText(), event.path("group_id").asText());
    return new IngestRecord(key, Json.write(event).getBytes(StandardCharsets.UTF_8));
  }

  /** The event of a valid record. */
  ObjectNode json() {
    return Json.read(new String(value, StandardCharsets.UTF_8), ObjectNode.class);
  }

  /** A valid event, to be changed as needed. */
  static ObjectNode event(String tenant, String group, String messageId, Instant at, String text) {
    ObjectNode event = Json.mapper().createObjectNode();
    String name = tenant + "/" + group + "/" + messageId;
    event.put("event_id", UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString());
    event.put("event_type", "group.message.ingested.v1");
    event.put("tenant_id", tenant).put("group_id", group).put("trace_id", "trace-" + messageId);
    event.put("occurred_at", at.toString()).put("source", "test");
    event
        .putObject("payload")
        .put("message_id", messageId)
        .put("posted_at", at.toString())
        .put("sender_id", "u" + messageId.hashCode() % 4)
        .put("sender_username", "member_" + Math.abs(messageId.hashCode() % 4))
        .put("text", text);
    return event;
  }
}
