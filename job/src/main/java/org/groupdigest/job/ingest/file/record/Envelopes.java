package org.groupdigest.job.ingest.file.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.groupdigest.job.model.DeterministicIds;
import org.groupdigest.job.model.Json;

/** Wraps flat messages into the envelope of {@code group.message.ingested}. */
public final class Envelopes {

  private static final String EVENT_TYPE = "group.message.ingested.v1";

  private Envelopes() {}

  /**
   * The envelope of a flat message.
   *
   * @param header {@code tenant_id}, {@code group_id}, {@code source}, {@code occurred_at} and, if
   *     known, {@code event_id} and {@code trace_id}
   * @param payload everything else
   */
  public static byte[] write(ObjectNode header, ObjectNode payload) {
    ObjectNode envelope = Json.mapper().createObjectNode();
    envelope.put("event_id", eventId(header, payload));
    envelope.put("event_type", EVENT_TYPE);
    envelope.setAll(header);
    envelope.set("payload", payload);
    return bytes(envelope);
  }

  /** A tree as UTF-8 bytes; what UTF-8 cannot say (half a surrogate pair) is escaped. */
  public static byte[] bytes(JsonNode node) {
    try {
      return Json.mapper().writeValueAsBytes(node);
    } catch (JsonProcessingException e) {
      return escapedBytes(node);
    }
  }

  private static byte[] escapedBytes(JsonNode node) {
    try {
      return Json.mapper().writer().with(JsonWriteFeature.ESCAPE_NON_ASCII).writeValueAsBytes(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree that was read cannot be written");
    }
  }

  /** The same entry of the same file always has the same event id. */
  private static String eventId(ObjectNode header, ObjectNode payload) {
    return DeterministicIds.of(
        "event",
        header.path("tenant_id").asText(),
        header.path("group_id").asText(),
        payload.path("message_id").asText(),
        payload.path("op").asText(),
        payload.path("revision").asText());
  }
}
