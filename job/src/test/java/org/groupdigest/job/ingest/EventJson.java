package org.groupdigest.job.ingest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.groupdigest.job.model.Json;

/** Valid records to start from. */
final class EventJson {

  private EventJson() {}

  /** The least that is valid. */
  static ObjectNode minimal() {
    ObjectNode record = Json.mapper().createObjectNode();
    record.put("event_id", "0b9d2c0e-5d3b-4f0a-9a43-0d2a5f3f6c11");
    record.put("event_type", "group.message.ingested.v1");
    record.put("tenant_id", "acme");
    record.put("group_id", "backend");
    record.put("occurred_at", "2025-11-10T09:15:00Z");
    record.put("source", "telegram");
    record.putObject("payload").put("message_id", "1").put("posted_at", "2025-11-10T09:15:00Z");
    return record;
  }

  /** Every field of the schema. */
  static ObjectNode full() {
    ObjectNode record = minimal();
    record.put("trace_id", "trace-1");
    ObjectNode payload = (ObjectNode) record.get("payload");
    payload.put("op", "upsert").put("revision", 2).put("sender_id", "u1");
    payload.put("sender_username", "@anna").put("sender_name", "Anna K.");
    payload.put("is_service", false).put("is_bot", true).put("text", "call +7 916 123-45-67");
    payload.put("reply_to_message_id", "0").put("topic_id", "t1").put("forwarded_from", "News");
    payload.putObject("reactions").put("👍", 3).put("🔥", 1);
    payload.put("reaction_count", 6).put("group_title", "Backend").put("group_username", "be");
    ObjectNode item = payload.putArray("media").addObject();
    item.put("kind", "image").put("file_sha256", "ab".repeat(32)).put("mime_type", "image/png");
    item.put("size_bytes", 5_000_000_000L).put("description", "a chart").put("ocr_text", "42 %");
    item.put("transcript", "hello").put("uri", "s3://b/k").putArray("labels").add("chart");
    return record;
  }

  static byte[] with(Consumer<ObjectNode> change) {
    ObjectNode record = full();
    change.accept(record);
    return bytes(record.toString());
  }

  static byte[] withPayload(Consumer<ObjectNode> change) {
    return with(record -> change.accept((ObjectNode) record.get("payload")));
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
