package org.groupdigest.job.persist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.groupdigest.connectors.postgres.Sql;
import org.groupdigest.job.model.DigestRecord;
import org.groupdigest.job.model.Erasure;
import org.groupdigest.job.model.GroupKey;
import org.groupdigest.job.model.TenantPolicy.DeliveryTarget;

/**
 * What erasing does inside its transaction: keep what is to stay erased, find the digests that were
 * made from it, and store what is left of each as a newer attempt. Deliveries that have begun and
 * reviews are left as they are.
 */
final class ErasureTransaction {
  private static final String FIND =
      "SELECT digest_id, message_id, erased_key FROM group_digest_messages"
          + " WHERE tenant_id = ? AND group_id = ? AND (message_id = ANY (?) OR erased_key = ?"
          + " OR (erased_key IS NULL AND sender_id = ? AND posted_at <= ?))"
          + " ORDER BY digest_id, position";

  private static final String TARGETS =
      "SELECT channel, address FROM digest_delivery_log"
          + " WHERE tenant_id = ? AND digest_id = ? AND status <> 'withdrawn'"
          + " ORDER BY channel, address";

  private static final String ERASE =
      "UPDATE group_digest_messages SET sender_id = '', author = '', sender_username = NULL,"
          + " reply_to_message_id = NULL,"
          + " erased_key = ? WHERE tenant_id = ? AND digest_id = ? AND message_id = ?";

  private static final String SILENCE =
      "UPDATE group_digest_messages SET reply_to_message_id = NULL"
          + " WHERE tenant_id = ? AND digest_id = ? AND reply_to_message_id = ANY (?)";

  private final Sql sql;
  private final Erasure erasure;
  private final GroupKey group;
  private final Redaction redaction;
  private final Instant now;
  private final StoredDigestReader reader;

  ErasureTransaction(Sql sql, Erasure erasure, Redaction redaction, Instant now) {
    this.sql = sql;
    this.erasure = erasure;
    this.group = erasure.group();
    this.redaction = redaction;
    this.now = now;
    this.reader = new StoredDigestReader(sql);
  }

  /** Gives the digests that were made from what is erased, now or before. */
  List<CurrentDigest> run() throws SQLException {
    GroupLock.hold(sql, group);
    new GroupErasures(sql, group).add(erasure, now);
    List<CurrentDigest> concerned = new ArrayList<>();
    for (Map.Entry<String, Map<String, String>> digest : find().entrySet()) {
      if (!digest.getValue().isEmpty()) {
        rewrite(read(digest.getKey()), digest.getValue());
      }
      concerned.add(read(digest.getKey()));
    }
    return concerned;
  }

  /** Keys of the messages that are still to be erased, by message id, by digest. */
  private Map<String, Map<String, String>> find() throws SQLException {
    String senderKey = GroupErasures.senderKey(group, erasure.senderId());
    Set<String> messageKeys = new HashSet<>();
    erasure.messageIds().forEach(id -> messageKeys.add(GroupErasures.messageKey(id)));
    Map<String, Map<String, String>> found = new LinkedHashMap<>();
    for (Source source : sources(senderKey)) {
      Map<String, String> open =
          found.computeIfAbsent(source.digestId(), id -> new LinkedHashMap<>());
      if (source.erasedKey() == null) {
        String key = GroupErasures.messageKey(source.messageId());
        open.put(source.messageId(), messageKeys.contains(key) ? key : senderKey);
      }
    }
    return found;
  }

  private List<Source> sources(String senderKey) throws SQLException {
    return sql.query(
        FIND,
        ErasureTransaction::source,
        group.tenantId(),
        group.groupId(),
        erasure.messageIds(),
        senderKey,
        erasure.senderId(),
        erasure.at());
  }

  private void rewrite(CurrentDigest current, Map<String, String> open) throws SQLException {
    String digestId = current.digest().digestId();
    DigestRecord left = redaction.without(open.keySet(), current.digest());
    DigestRows rows =
        new DigestRows(new DigestWrite(left, current.attempt() + 1, targets(digestId)), now);
    DigestTables tables = new DigestTables(sql, group.tenantId(), digestId, now);
    tables.store(rows);
    tables.claimDeliveries(rows.deliveries());
    for (Map.Entry<String, String> message : open.entrySet()) {
      sql.update(ERASE, message.getValue(), group.tenantId(), digestId, message.getKey());
    }
    sql.update(SILENCE, group.tenantId(), digestId, List.copyOf(open.keySet()));
  }

  /** Who is to get the digest or has got it. */
  private List<DeliveryTarget> targets(String digestId) throws SQLException {
    return sql.query(
        TARGETS,
        row -> new DeliveryTarget(row.getString("channel"), row.getString("address")),
        group.tenantId(),
        digestId);
  }

  private CurrentDigest read(String digestId) throws SQLException {
    return reader
        .read(group.tenantId(), digestId)
        .orElseThrow(() -> new IllegalStateException("messages without their digest"));
  }

  private static Source source(ResultSet row) throws SQLException {
    return new Source(
        row.getString("digest_id"), row.getString("message_id"), row.getString("erased_key"));
  }

  private record Source(String digestId, String messageId, String erasedKey) {}
}
