package org.groupdigest.job.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The rules of {@code schemas/events/group.message.ingested.v1.json} by hand, because this runs for
 * every message; a test holds the two together over a generated corpus. Thread-safe.
 */
final class EventValidator {

  /** The event type and version that this job reads. */
  static final String EVENT_TYPE = "group.message.ingested.v1";

  private static final long MAX_SAFE_INTEGER = (1L << 53) - 1;
  private static final Set<String> KINDS =
      Set.of("image", "video", "audio", "document", "sticker", "other");
  private static final Pattern UUID =
      Pattern.compile(
          "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
  private static final Pattern SHA_256 = Pattern.compile("[0-9a-fA-F]{64}");

  private EventValidator() {}

  /** The first violation as one line without any value of the record, or null. */
  static String violation(JsonNode event) {
    FieldChecks checks =
        new FieldChecks(event, "")
            .required("event_id", node -> matches(node, UUID), "must be a UUID")
            .required("event_type", EventValidator::isEventType, "must be " + EVENT_TYPE)
            .id("tenant_id")
            .id("group_id")
            .optionalId("trace_id")
            .time("occurred_at")
            .id("source")
            .required("payload", JsonNode::isObject, "must be an object");
    return checks.violation() != null ? checks.violation() : payload(event.get("payload"));
  }

  private static String payload(JsonNode payload) {
    FieldChecks checks =
        new FieldChecks(payload, "payload.")
            .id("message_id")
            .optional("op", EventValidator::isOp, "must be upsert or delete")
            .count("revision", Integer.MAX_VALUE);
    postedAt(payload, checks);
    people(checks);
    return checks
        .flag("is_service")
        .flag("is_bot")
        .flag("repaired")
        .flag("input_ends_here")
        .text("text")
        .optionalId("reply_to_message_id")
        .optionalId("topic_id")
        .text("forwarded_from")
        .optional("reactions", EventValidator::areReactions, "must be counts by emoji")
        .count("reaction_count", Integer.MAX_VALUE)
        .text("group_title")
        .text("group_username")
        .optional("media", JsonNode::isArray, "must be a list")
        .found(media(payload.path("media")))
        .violation();
  }

  private static void postedAt(JsonNode payload, FieldChecks checks) {
    if ("delete".equals(payload.path("op").textValue())) {
      checks.optionalTime("posted_at");
    } else {
      checks.time("posted_at");
    }
  }

  private static void people(FieldChecks checks) {
    checks.optionalId("sender_id").text("sender_username").text("sender_name");
  }

  private static String media(JsonNode items) {
    int index = 0;
    for (JsonNode item : items) {
      String violation = mediaItem(item, "payload.media[" + index++ + "]");
      if (violation != null) {
        return violation;
      }
    }
    return null;
  }

  private static String mediaItem(JsonNode item, String path) {
    if (!item.isObject()) {
      return path + " must be an object";
    }
    return new FieldChecks(item, path + ".")
        .required("kind", EventValidator::isKind, "must be one of the known kinds")
        .optional("file_sha256", node -> matches(node, SHA_256), "must be a SHA-256 in hex")
        .text("mime_type")
        .count("size_bytes", MAX_SAFE_INTEGER)
        .text("description")
        .text("ocr_text")
        .text("transcript")
        .optional("labels", EventValidator::areLabels, "must be a list of texts")
        .text("uri")
        .violation();
  }

  private static boolean isEventType(JsonNode node) {
    return node.isTextual() && node.textValue().equals(EVENT_TYPE);
  }

  private static boolean isOp(JsonNode node) {
    return "upsert".equals(node.textValue()) || "delete".equals(node.textValue());
  }

  private static boolean isKind(JsonNode node) {
    return node.isTextual() && KINDS.contains(node.textValue());
  }

  private static boolean areReactions(JsonNode node) {
    if (!node.isObject()) {
      return false;
    }
    for (JsonNode count : node) {
      if (!FieldChecks.isCount(count, Integer.MAX_VALUE)) {
        return false;
      }
    }
    return true;
  }

  private static boolean areLabels(JsonNode node) {
    if (!node.isArray()) {
      return false;
    }
    for (JsonNode label : node) {
      if (!label.isTextual()) {
        return false;
      }
    }
    return true;
  }

  private static boolean matches(JsonNode node, Pattern pattern) {
    return node.isTextual() && pattern.matcher(node.textValue()).matches();
  }
}
