package org.groupdigest.job.persist;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.groupdigest.connectors.postgres.Row;
import org.groupdigest.job.model.DigestRecord;
import org.groupdigest.job.model.SourceMessage;

/** The messages that a digest was made from as rows: an erased one keeps its id and its time. */
final class MessageRows {
  private MessageRows() {}

  /**
   * One row a message.
   *
   * @param made the digest with all its sources
   * @param erased keys of the erased messages by message id
   */
  static List<Row> of(DigestRecord made, Map<String, String> erased) {
    List<Row> rows = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (SourceMessage source : made.sources()) {
      if (seen.add(source.messageId())) {
        rows.add(row(made, source, erased).set("position", rows.size()));
      }
    }
    return rows;
  }

  private static Row row(DigestRecord made, SourceMessage source, Map<String, String> erased) {
    String key = erased.get(source.messageId());
    String answered = source.replyToMessageId();
    boolean silent = key != null || (answered != null && erased.containsKey(answered));
    return new Row()
        .set("tenant_id", made.window().tenantId())
        .set("digest_id", made.digestId())
        .set("message_id", source.messageId())
        .set("group_id", made.window().groupId())
        .set("sender_id", key == null ? source.senderId() : "")
        .set("author", key == null ? source.author() : "")
        .set("sender_username", key == null ? source.senderUsername() : null)
        .set("posted_at", source.postedAt())
        .set("reply_to_message_id", silent ? null : answered)
        .set("erased_key", key);
  }
}
