package org.groupdigest.job.ingest.file.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.groupdigest.job.model.Json;
import org.groupdigest.job.model.SourcePosition;

/** One chat of an export: wraps its messages into records and remembers the last known time. */
public final class ExportedChat {

  private final String source;
  private final String groupId;
  private final String title;
  private final ImportOptions options;
  private Instant lastTime = Instant.EPOCH;

  /**
   * A chat.
   *
   * @param groupId its id, or a name for a chat that has none
   * @param title its name, or null
   */
  public ExportedChat(FileFormat format, String groupId, String title, ImportOptions options) {
    this(format.wireName(), groupId, title, options);
  }

  /** A chat of a messenger whose exports another one writes, too. */
  public ExportedChat(String source, String groupId, String title, ImportOptions options) {
    this.source = source;
    this.groupId = RecordIds.shortened(groupId);
    this.title = title;
    this.options = options;
  }

  /** The record of a message. */
  public FileRecord record(MessagePayload message, SourcePosition position) {
    if (message.time() != null) {
      lastTime = message.time();
    }
    return new FileRecord(Envelopes.write(header(), message.tree(title)), lastTime, position);
  }

  /** An entry that cannot be used, with its own bytes. */
  public FileRecord broken(byte[] value, SourcePosition position) {
    return new FileRecord(value, lastTime, position);
  }

  /** An entry that cannot be used, and why. */
  public FileRecord broken(String reason, SourcePosition position) {
    return broken(reason.getBytes(StandardCharsets.UTF_8), position);
  }

  private ObjectNode header() {
    return Json.mapper()
        .createObjectNode()
        .put("tenant_id", options.exportTenant())
        .put("group_id", groupId)
        .put("occurred_at", lastTime.toString())
        .put("source", source);
  }
}
