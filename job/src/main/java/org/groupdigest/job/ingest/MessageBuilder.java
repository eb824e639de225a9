package org.groupdigest.job.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.groupdigest.job.model.MediaItem;
import org.groupdigest.job.model.MediaKind;
import org.groupdigest.job.model.Message;

/** Makes the masked message out of a valid payload. */
final class MessageBuilder {

  /** Who wrote a message that does not say so. */
  static final String UNKNOWN_SENDER = "unknown";

  private static final int MAX_ID = 128;

  private final MaskedFields fields;
  private final Instant postedAt;

  MessageBuilder(MaskedFields fields, Instant postedAt) {
    this.fields = fields;
    this.postedAt = postedAt;
  }

  Message build() {
    JsonNode payload = fields.object();
    Map<String, Integer> reactions = reactions(payload.path("reactions"));
    String text = fields.text("text");
    return new Message(
        fields.id("message_id"),
        payload.path("revision").intValue(),
        postedAt,
        senderId(),
        userName("sender_username"),
        fields.name("sender_name"),
        payload.path("is_bot").booleanValue(),
        text == null ? "" : text,
        fields.id("reply_to_message_id"),
        fields.id("topic_id"),
        fields.name("forwarded_from"),
        reactions,
        reactionCount(payload, reactions),
        media(payload.path("media")));
  }

  /** As {@link SenderIds} says; a source without ids tells its people apart by their names. */
  private String senderId() {
    String id = fields.id("sender_id");
    if (id == null) {
      return nameAsId();
    }
    return fields.senderId(id);
  }

  private String nameAsId() {
    String username = userName("sender_username");
    String name = username == null ? fields.name("sender_name") : username;
    if (name == null || name.isBlank()) {
      return UNKNOWN_SENDER;
    }
    int points = Math.min(MAX_ID, name.codePointCount(0, name.length()));
    return name.substring(0, name.offsetByCodePoints(0, points));
  }

  private String userName(String field) {
    String name = fields.name(field);
    return name != null && name.startsWith("@") ? name.substring(1) : name;
  }

  /** Counts by emoji in a fixed order, so that the same message always has the same bytes. */
  private Map<String, Integer> reactions(JsonNode node) {
    Map<String, Integer> reactions = new TreeMap<>();
    node.properties()
        .forEach(
            entry ->
                reactions.merge(
                    fields.maskedName(entry.getKey()),
                    entry.getValue().intValue(),
                    MessageBuilder::sum));
    return reactions;
  }

  private static int reactionCount(JsonNode payload, Map<String, Integer> reactions) {
    int known = reactions.values().stream().reduce(0, MessageBuilder::sum);
    return Math.max(known, payload.path("reaction_count").intValue());
  }

  private static int sum(int left, int right) {
    return (int) Math.min(Integer.MAX_VALUE, (long) left + right);
  }

  private List<MediaItem> media(JsonNode items) {
    List<MediaItem> media = new ArrayList<>(items.size());
    items.forEach(item -> media.add(mediaItem(fields.inside(item))));
    return media;
  }

  private static MediaItem mediaItem(MaskedFields item) {
    return new MediaItem(
        MediaKind.of(item.id("kind")),
        item.id("file_sha256"),
        item.name("mime_type"),
        item.object().path("size_bytes").longValue(),
        item.text("description"),
        item.text("ocr_text"),
        item.text("transcript"),
        labels(item),
        item.text("uri"));
  }

  private static List<String> labels(MaskedFields item) {
    List<String> labels = new ArrayList<>();
    item.object().path("labels").forEach(label -> labels.add(item.maskedName(label.textValue())));
    return labels;
  }
}
