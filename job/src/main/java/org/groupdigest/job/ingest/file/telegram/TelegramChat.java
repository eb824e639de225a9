package org.groupdigest.job.ingest.file.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.groupdigest.job.ingest.file.json.JsonPart;
import org.groupdigest.job.ingest.file.record.Envelopes;
import org.groupdigest.job.ingest.file.record.FileRecord;
import org.groupdigest.job.ingest.file.record.ImportOptions;
import org.groupdigest.job.ingest.file.record.Marks;
import org.groupdigest.job.model.Json;
import org.groupdigest.job.model.SourcePosition;

/** Turns the entries of one exported chat, in their order, into records. */
final class TelegramChat {

  private final ChatHeader header;
  private final String groupId;
  private final ImportOptions options;
  private final ForumTopics topics = new ForumTopics();
  private long index;
  private Instant lastTime = Instant.EPOCH;

  /**
   * A chat.
   *
   * @param groupId the export's id, or a name for a chat that has none
   */
  TelegramChat(ChatHeader header, String groupId, ImportOptions options) {
    this.header = header;
    this.groupId = groupId;
    this.options = options;
  }

  /**
   * The next entry as a record; whatever is not an object is passed on for the parser to refuse.
   *
   * @param lastOfCut whether it is the last whole entry of a file that is cut off
   */
  FileRecord record(JsonPart part, SourcePosition position, boolean lastOfCut) {
    index++;
    JsonNode entry = part.value();
    if (entry == null) {
      return broken(part, position);
    }
    if (!entry.isObject()) {
      return new FileRecord(Envelopes.bytes(entry), lastTime, position);
    }
    TelegramMessage message = new TelegramMessage(entry, options.zone());
    Instant postedAt = message.postedAt();
    if (postedAt != null) {
      lastTime = postedAt;
    }
    ObjectNode payload = payload(message, timeOf(entry, postedAt));
    Marks.of(payload, part.repaired(), lastOfCut);
    return new FileRecord(Envelopes.write(envelopeHeader(), payload), lastTime, position);
  }

  private FileRecord broken(JsonPart part, SourcePosition position) {
    String value = "entry at byte " + part.offset() + ": " + part.problem();
    return new FileRecord(value.getBytes(StandardCharsets.UTF_8), lastTime, position);
  }

  /** A placeholder for what Telegram could not export has no date; it stands where it stands. */
  private Instant timeOf(JsonNode entry, Instant postedAt) {
    boolean placeholder = "unsupported".equals(entry.path("type").asText());
    return postedAt == null && placeholder ? lastTime : postedAt;
  }

  private ObjectNode payload(TelegramMessage message, Instant postedAt) {
    String id = message.id(index);
    ObjectNode payload = message.payload(id, postedAt);
    if (message.createsTopic()) {
      topics.created(id);
    }
    String topic = topics.topic(id, message.replyTo());
    payload.put("topic_id", topic);
    // In a topic, an "answer" to the message that opened it is an ordinary message.
    boolean answersTopic = topic != null && topic.equals(message.replyTo());
    payload.put("reply_to_message_id", answersTopic ? null : message.replyTo());
    payload.put("group_title", header.name());
    return payload;
  }

  private ObjectNode envelopeHeader() {
    return Json.mapper()
        .createObjectNode()
        .put("tenant_id", options.exportTenant())
        .put("group_id", groupId)
        .put("occurred_at", lastTime.toString())
        .put("source", header.source());
  }
}
