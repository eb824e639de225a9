package org.groupdigest.job.ingest.file.record;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.groupdigest.job.model.Json;
import org.groupdigest.job.model.MediaKind;

/** Payload of one exported message, filled field by field; only the id must be there. */
public final class MessagePayload {

  private static final long MAX_SAFE_INTEGER = (1L << 53) - 1;

  private final ObjectNode payload = Json.mapper().createObjectNode();
  private final ObjectNode reactions = Json.mapper().createObjectNode();
  private final ArrayNode media = Json.mapper().createArrayNode();
  private Instant postedAt;

  /** A message that is not deleted, in its first revision. */
  public MessagePayload(String messageId) {
    payload.put("message_id", RecordIds.shortened(messageId));
    payload.put("op", "upsert");
    payload.put("revision", 0);
  }

  /** Time of the post; null where the export does not tell it. */
  public MessagePayload postedAt(Instant time) {
    postedAt = time;
    return this;
  }

  /** Who wrote it: an id that is one person in the whole export, and the name that is shown. */
  public MessagePayload sender(String id, String name) {
    payload.put("sender_id", id == null || id.isEmpty() ? null : RecordIds.shortened(id));
    payload.put("sender_name", name);
    return this;
  }

  /** A sender of whom the export knows a name only. */
  public MessagePayload senderByName(String name) {
    return name == null || name.isBlank() ? this : sender("name:" + name, name);
  }

  /** A name that the messenger lets others mention. */
  public MessagePayload username(String username) {
    if (username != null && !username.isBlank()) {
      payload.put("sender_username", username);
    }
    return this;
  }

  /** A post of a program. */
  public MessagePayload bot(boolean bot) {
    if (bot) {
      payload.put("is_bot", true);
    }
    return this;
  }

  /** A line of the messenger itself: somebody joined, the name has changed. */
  public MessagePayload service() {
    payload.put("is_service", true);
    return this;
  }

  /** A message that its sender or an administrator has taken back. */
  public MessagePayload deleted() {
    payload.put("op", "delete");
    return this;
  }

  /** The readable text. */
  public MessagePayload text(String text) {
    payload.put("text", text);
    return this;
  }

  /** Text that was damaged and could be read nevertheless. */
  public MessagePayload repaired(boolean repaired) {
    if (repaired) {
      payload.put("repaired", true);
    }
    return this;
  }

  /** The message that it answers, or null. */
  public MessagePayload replyTo(String messageId) {
    if (messageId != null && !messageId.isEmpty()) {
      payload.put("reply_to_message_id", RecordIds.shortened(messageId));
    }
    return this;
  }

  /** Thread or forum topic, or null. */
  public MessagePayload topic(String topicId) {
    if (topicId != null && !topicId.isEmpty()) {
      payload.put("topic_id", RecordIds.shortened(topicId));
    }
    return this;
  }

  /** Where it was forwarded from, or null. */
  public MessagePayload forwardedFrom(String origin) {
    payload.put("forwarded_from", origin);
    return this;
  }

  /** Revision of an edit: its time in seconds since 1970; null for a message never edited. */
  public MessagePayload editedAt(Instant time) {
    if (time != null) {
      payload.put(
          "revision", (int) Math.max(0, Math.min(time.getEpochSecond(), Integer.MAX_VALUE)));
    }
    return this;
  }

  /** An edit whose time is not known. */
  public MessagePayload edited(boolean edited) {
    if (edited) {
      payload.put("revision", 1);
    }
    return this;
  }

  /** Adds reactions of one kind. */
  public MessagePayload reaction(String emoji, long count) {
    long all = reactions.path(emoji).asLong(0) + Math.max(0, count);
    reactions.put(emoji, (int) Math.min(all, Integer.MAX_VALUE));
    return this;
  }

  /**
   * Adds an attachment.
   *
   * @param name file name or emoji, or null
   * @param description what a reader would see of it, or null
   */
  public MessagePayload media(MediaKind kind, String name, String description) {
    ObjectNode item = media.addObject().put("kind", kind.wireName());
    if (name != null && !name.isBlank()) {
      item.putArray("labels").add(name);
    }
    if (description != null && !description.isBlank()) {
      item.put("description", description);
    }
    return this;
  }

  /** Adds a file that is part of the export or can be had from a server. */
  public MessagePayload file(MediaKind kind, ExportedFile file) {
    media(kind, file.name(), file.description());
    ObjectNode item = (ObjectNode) media.get(media.size() - 1);
    item.put("mime_type", file.mimeType());
    item.put("uri", file.uri());
    item.put("size_bytes", Math.max(0, Math.min(file.size(), MAX_SAFE_INTEGER)));
    return this;
  }

  /** Whether there is an attachment. */
  public boolean hasMedia() {
    return !media.isEmpty();
  }

  Instant time() {
    return postedAt;
  }

  ObjectNode tree(String groupTitle) {
    payload.put("posted_at", postedAt == null ? null : postedAt.toString());
    if (!reactions.isEmpty()) {
      payload.set("reactions", reactions);
    }
    if (!media.isEmpty()) {
      payload.set("media", media);
    }
    payload.put("group_title", groupTitle);
    return payload;
  }
}
