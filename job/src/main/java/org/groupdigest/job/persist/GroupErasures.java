package org.groupdigest.job.persist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.groupdigest.connectors.postgres.PostgresText;
import org.groupdigest.connectors.postgres.Row;
import org.groupdigest.connectors.postgres.Sql;
import org.groupdigest.connectors.postgres.Upsert;
import org.groupdigest.job.model.Checksums;
import org.groupdigest.job.model.DigestRecord;
import org.groupdigest.job.model.Erasure;
import org.groupdigest.job.model.GroupKey;
import org.groupdigest.job.model.SourceMessage;
import org.groupdigest.job.redact.DigestReferences;

/**
 * What must stay erased of a group: the rows of {@code group_erasures}. A message stays erased
 * whatever becomes of it; a sender's erasure reaches what was posted up to it and no further.
 */
final class GroupErasures {
  private static final Upsert ERASURES =
      Upsert.when(
          "group_erasures.kind = 'sender'"
              + " AND group_erasures.requested_at < excluded.requested_at",
          "group_erasures",
          List.of("tenant_id", "group_id", "erased_key"),
          List.of());

  private static final String FIND =
      "SELECT erased_key, requested_at FROM group_erasures"
          + " WHERE tenant_id = ? AND group_id = ? AND erased_key = ANY (?)";

  private final Sql sql;
  private final GroupKey group;

  GroupErasures(Sql sql, GroupKey group) {
    this.sql = sql;
    this.group = group;
  }

  /** The key of an erased message. */
  static String messageKey(String messageId) {
    return "message:" + PostgresText.storable(messageId);
  }

  /** The key of an erased sender, by which nobody reads who it was; null for nobody. */
  static String senderKey(GroupKey group, String senderId) {
    return senderId == null ? null : "sender:" + Checksums.sha256(group.encoded() + '|' + senderId);
  }

  /** Keeps what is to stay erased; what is kept already is left as it is. */
  void add(Erasure erasure, Instant now) throws SQLException {
    List<Row> rows = new ArrayList<>();
    for (String messageId : Set.copyOf(erasure.messageIds())) {
      rows.add(row(erasure, messageKey(messageId), "message", now));
    }
    if (erasure.senderId() != null) {
      rows.add(row(erasure, senderKey(group, erasure.senderId()), "sender", now));
    }
    sql.upsertAll(ERASURES, rows);
  }

  /** The erased ones of the messages that a digest refers to, each with the key it fell under. */
  Map<String, String> of(DigestRecord digest) throws SQLException {
    return among(DigestReferences.of(digest), digest.sources());
  }

  /**
   * The erased ones of some messages, each with the key it fell under.
   *
   * @param messageIds messages
   * @param sources those of them, and others, whose senders are known
   */
  Map<String, String> among(Set<String> messageIds, List<SourceMessage> sources)
      throws SQLException {
    Map<String, String> wanted = new LinkedHashMap<>();
    for (String messageId : messageIds) {
      wanted.put(messageId, messageKey(messageId));
    }
    Map<String, Instant> found = find(keys(sources, wanted));
    wanted.values().retainAll(found.keySet());
    for (SourceMessage source : sources) {
      String key = senderKey(group, source.senderId());
      if (found.containsKey(key) && !source.postedAt().isAfter(found.get(key))) {
        wanted.putIfAbsent(source.messageId(), key);
      }
    }
    return wanted;
  }

  private List<String> keys(List<SourceMessage> sources, Map<String, String> messageKeys) {
    List<String> keys = new ArrayList<>(messageKeys.values());
    sources.stream()
        .map(SourceMessage::senderId)
        .distinct()
        .forEach(senderId -> keys.add(senderKey(group, senderId)));
    return keys;
  }

  private Map<String, Instant> find(List<String> keys) throws SQLException {
    Map<String, Instant> found = new HashMap<>();
    for (Kept kept :
        sql.query(FIND, GroupErasures::kept, group.tenantId(), group.groupId(), keys)) {
      found.put(kept.key(), kept.requestedAt());
    }
    return found;
  }

  private Row row(Erasure erasure, String key, String kind, Instant now) {
    return new Row()
        .set("tenant_id", group.tenantId())
        .set("group_id", group.groupId())
        .set("erased_key", key)
        .set("kind", kind)
        .set("trace_id", erasure.traceId())
        .set("requested_at", erasure.at())
        .set("erased_at", now);
  }

  private static Kept kept(ResultSet row) throws SQLException {
    return new Kept(
        row.getString("erased_key"),
        row.getObject("requested_at", OffsetDateTime.class).toInstant());
  }

  private record Kept(String key, Instant requestedAt) {}
}
