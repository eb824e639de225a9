package org.groupdigest.job.ingest.file.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Set;
import org.groupdigest.job.ingest.file.export.Nodes;
import org.groupdigest.job.ingest.file.record.ExportedFile;
import org.groupdigest.job.ingest.file.record.MediaKinds;
import org.groupdigest.job.ingest.file.record.MessagePayload;
import org.groupdigest.job.model.MediaKind;

/** One event of a room as the payload of an event of ours. */
final class MatrixEvent {

  private static final String RELATION = "m.relates_to";
  private static final Set<String> WRITTEN =
      Set.of(
          "m.room.message",
          "m.sticker",
          "m.poll.start",
          "org.matrix.msc3381.poll.start",
          "m.room.encrypted");

  private final JsonNode event;
  private final MatrixRoom room;
  private final JsonNode content;
  private final String sender;

  MatrixEvent(JsonNode event, MatrixRoom room) {
    this.event = event;
    this.room = room;
    this.content = event.path("content");
    this.sender = Nodes.firstText(event, "sender", "user_id");
  }

  /** Whether an event's content was taken back. */
  static boolean isRedacted(JsonNode event) {
    return event.path("unsigned").has("redacted_because") || event.has("redacted_because");
  }

  /** The payload; null for what is told with another message. */
  MessagePayload payload() {
    String type = event.path("type").asText("");
    if (type.equals("m.reaction")) {
      return null;
    }
    if (type.equals("m.room.redaction")) {
      return redaction();
    }
    String id = Nodes.text(event, "event_id");
    if (isRedacted(event) && !event.has("state_key")) {
      return new MessagePayload(id == null ? "" : id).postedAt(time()).deleted();
    }
    if (!WRITTEN.contains(type) || event.has("state_key")) {
      return new MessagePayload(id == null ? "" : id).postedAt(time()).service();
    }
    return "m.replace".equals(Nodes.text(content.path(RELATION), "rel_type")) ? edit() : post(id);
  }

  private MessagePayload redaction() {
    String target = Nodes.firstText(event, "redacts");
    String redacted = target == null ? Nodes.text(content, "redacts") : target;
    MatrixRoom.Original original = room.original(redacted);
    return original == null
        ? null
        : new MessagePayload(redacted).postedAt(original.postedAt()).deleted();
  }

  private MessagePayload post(String id) {
    MatrixRoom.Original original = new MatrixRoom.Original(time(), replyTo(), sender);
    if (id != null) {
      room.remember(id, original);
    }
    return said(id == null ? "" : id, content, original);
  }

  /** An edit by somebody else is none; the message it changes may not be in the export. */
  private MessagePayload edit() {
    String target = Nodes.text(content.path(RELATION), "event_id");
    MatrixRoom.Original known = room.original(target);
    if (target == null || (known != null && sender != null && !sender.equals(known.sender()))) {
      return null;
    }
    MatrixRoom.Original original =
        known == null ? new MatrixRoom.Original(time(), null, sender) : known;
    JsonNode changed =
        content.path("m.new_content").isObject() ? content.path("m.new_content") : content;
    return said(target, changed, original).editedAt(time());
  }

  private MessagePayload said(String id, JsonNode said, MatrixRoom.Original original) {
    MessagePayload message = new MessagePayload(id);
    message.postedAt(original.postedAt()).replyTo(original.replyTo());
    if (sender != null) {
      message.sender(sender, room.nameOf(sender)).username(sender);
    }
    message.bot("m.notice".equals(Nodes.text(said, "msgtype")));
    room.reactionsTo(id).forEach((emoji, count) -> message.reaction(emoji, count));
    content(message, said, original.replyTo() != null);
    return message;
  }

  private Instant time() {
    JsonNode millis = event.path("origin_server_ts");
    // Beyond the year 10000 nothing was sent.
    boolean plausible =
        millis.canConvertToLong() && Math.abs(millis.asLong()) < 253_402_300_800_000L;
    return millis.isIntegralNumber() && plausible ? Instant.ofEpochMilli(millis.asLong()) : null;
  }

  /** In a thread, what is not an answer of its own answers the message that began it. */
  private String replyTo() {
    JsonNode relation = content.path(RELATION);
    String answered = Nodes.text(relation.path("m.in_reply_to"), "event_id");
    boolean thread = "m.thread".equals(Nodes.text(relation, "rel_type"));
    boolean fallback = relation.path("is_falling_back").asBoolean(false);
    return thread && (fallback || answered == null) ? Nodes.text(relation, "event_id") : answered;
  }

  private void content(MessagePayload message, JsonNode said, boolean answers) {
    String body = MatrixText.of(said, answers);
    String type = event.path("type").asText("").equals("m.sticker") ? "m.sticker" : msgType(said);
    switch (type) {
      case "m.image" -> file(message, said, MediaKind.IMAGE, body);
      case "m.video" -> file(message, said, MediaKind.VIDEO, body);
      case "m.audio" -> file(message, said, MediaKind.AUDIO, body);
      case "m.file" -> file(message, said, null, body);
      case "m.sticker" -> message.media(MediaKind.STICKER, body, null);
      case "m.location" -> message.media(MediaKind.OTHER, null, null);
      default -> message.text(body.isEmpty() ? poll() : body);
    }
  }

  private static String msgType(JsonNode said) {
    return said.path("msgtype").asText("");
  }

  /** The body is the file's name, or a caption where the name stands for itself. */
  private static void file(MessagePayload message, JsonNode said, MediaKind kind, String body) {
    String fileName = Nodes.text(said, "filename");
    boolean caption = fileName != null && !fileName.equals(body);
    String name = fileName == null ? body : fileName;
    JsonNode info = said.path("info");
    String mimeType = Nodes.text(info, "mimetype");
    MediaKind known = kind == null ? MediaKinds.of(mimeType, name) : kind;
    message.text(caption ? body : "");
    message.file(known, new ExportedFile(name, mimeType, info.path("size").asLong(0), null, null));
  }

  private String poll() {
    JsonNode poll =
        content.has("m.poll")
            ? content.path("m.poll")
            : content.path("org.matrix.msc3381.poll.start");
    StringBuilder text = new StringBuilder(pollText(poll.path("question")));
    Nodes.objects(poll.path("answers"))
        .forEach(answer -> text.append("\n- ").append(pollText(answer)));
    return text.toString();
  }

  private static String pollText(JsonNode part) {
    String text = Nodes.firstText(part, "org.matrix.msc1767.text", "body", "m.text");
    String nested = text == null ? Nodes.text(part.path("m.text").path(0), "body") : text;
    return nested == null ? "" : nested;
  }
}
