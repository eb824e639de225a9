package org.groupdigest.job.ingest.file.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneId;
import org.groupdigest.job.ingest.file.record.FileTime;
import org.groupdigest.job.model.Json;

/** One entry of an exported chat as the payload of an event. */
final class TelegramMessage {

  private static final int MAX_ID = 128;

  private final JsonNode entry;
  private final ZoneId zone;

  TelegramMessage(JsonNode entry, ZoneId zone) {
    this.entry = entry;
    this.zone = zone;
  }

  /** The message's id, or one made of its place in the chat (from 1). */
  String id(long index) {
    JsonNode id = entry.path("id");
    return id.isValueNode() && !id.isNull() && !id.asText().isEmpty() ? id.asText() : "p" + index;
  }

  /** When it was posted, or null. */
  Instant postedAt() {
    Instant exact = FileTime.ofUnixSeconds(digits("date_unixtime"));
    return exact != null ? exact : FileTime.of(entry.path("date").textValue(), zone);
  }

  boolean createsTopic() {
    return "topic_created".equals(entry.path("action").asText());
  }

  /** The message it answers, or null. */
  String replyTo() {
    return digits("reply_to_message_id");
  }

  /** The payload, without topic and group. */
  ObjectNode payload(String id, Instant postedAt) {
    ObjectNode payload = Json.mapper().createObjectNode();
    payload.put("message_id", id);
    payload.put("op", "upsert");
    payload.put("revision", revision());
    payload.put("posted_at", postedAt == null ? null : postedAt.toString());
    boolean service = "service".equals(entry.path("type").asText());
    sender(payload, service ? "actor" : "from");
    payload.put("is_service", service);
    payload.put("text", TelegramText.of(entry));
    payload.put("forwarded_from", entry.path("forwarded_from").textValue());
    reactions(payload);
    payload.set("media", TelegramMedia.of(entry));
    return payload;
  }

  /**
   * Time of the last edit in seconds since 1970, 0 without one: a later export of the same chat
   * replaces what an earlier one said.
   */
  private int revision() {
    Instant exact = FileTime.ofUnixSeconds(digits("edited_unixtime"));
    Instant edited = exact != null ? exact : FileTime.of(entry.path("edited").textValue(), zone);
    long seconds = edited == null ? 0 : edited.getEpochSecond();
    return (int) Math.max(0, Math.min(seconds, Integer.MAX_VALUE));
  }

  /** The sender; a deleted account has an id but no name, some exporters write names only. */
  private void sender(ObjectNode payload, String field) {
    String name = entry.path(field).textValue();
    JsonNode id = entry.path(field + "_id");
    if (id.isValueNode() && !id.isNull()) {
      payload.put("sender_id", id.asText());
    } else if (name != null && !name.isEmpty()) {
      payload.put("sender_id", shortened("name:" + name));
    }
    payload.put("sender_name", name);
  }

  private static String shortened(String id) {
    return id.codePointCount(0, id.length()) <= MAX_ID
        ? id
        : id.substring(0, id.offsetByCodePoints(0, MAX_ID));
  }

  private void reactions(ObjectNode payload) {
    ObjectNode byEmoji = payload.putObject("reactions");
    long all = 0;
    for (JsonNode reaction : entry.path("reactions")) {
      int count = Math.max(0, reaction.path("count").asInt(0));
      String emoji = reaction.path("emoji").asText("");
      if (!emoji.isEmpty()) {
        byEmoji.put(emoji, byEmoji.path(emoji).asInt(0) + count);
      }
      all += count;
    }
    payload.put("reaction_count", (int) Math.min(all, Integer.MAX_VALUE));
  }

  /** A number that is written as one or as a text. */
  private String digits(String field) {
    JsonNode value = entry.path(field);
    return value.isIntegralNumber() || value.isTextual() ? value.asText() : null;
  }

  /** Whether an entry looks like one that Telegram Desktop writes. */
  static boolean isPlausible(JsonNode entry) {
    return switch (entry.path("type").asText("")) {
      case "message", "service", "unsupported" -> true;
      default -> false;
    };
  }
}
