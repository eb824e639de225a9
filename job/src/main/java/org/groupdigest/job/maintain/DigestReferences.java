package org.groupdigest.job.maintain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.groupdigest.connectors.postgres.Sql;
import org.groupdigest.connectors.postgres.TenantTransactions;
import org.groupdigest.job.model.Stage;

/** Artifacts of digests with the messages that the digests were made from. */
final class DigestReferences {
  private static final int PAGE = 50;
  private static final List<String> KNOWN = Stream.of(Stage.values()).map(Stage::wireName).toList();

  private static final String DIGESTS =
      "SELECT digest_id FROM group_digests"
          + " WHERE tenant_id = ? AND window_end > ? AND window_end <= ? AND digest_id > ?"
          + " ORDER BY digest_id LIMIT "
          + PAGE;

  private static final String ARTIFACTS =
      "SELECT a.digest_id, d.window_end, "
          + ArtifactRow.COLUMNS
          + " FROM group_digest_stage_artifacts a JOIN group_digests d USING (tenant_id, digest_id)"
          + " WHERE a.tenant_id = ? AND a.digest_id = ANY (?) AND a.stage = ANY (?)";

  private static final String MESSAGES =
      "SELECT digest_id, message_id FROM group_digest_messages"
          + " WHERE tenant_id = ? AND digest_id = ANY (?)";

  private final TenantTransactions transactions;

  DigestReferences(TenantTransactions transactions) {
    this.transactions = transactions;
  }

  /**
   * An artifact of a digest.
   *
   * @param digestId digest
   * @param windowEnd end of its window
   * @param row the artifact
   */
  record OfDigest(String digestId, Instant windowEnd, ArtifactRow row) {
    private static OfDigest read(ResultSet row) throws SQLException {
      return new OfDigest(
          row.getString("digest_id"),
          row.getObject("window_end", OffsetDateTime.class).toInstant(),
          ArtifactRow.read(row));
    }
  }

  /**
   * Some digests.
   *
   * @param last id of the last of them, null when there are none
   * @param artifacts all their artifacts
   * @param messages ids of messages by digest; none for a digest of which they are not known
   */
  record Page(String last, List<OfDigest> artifacts, Map<String, Set<String>> messages) {
    /** The messages that a digest was made from. */
    Set<String> messagesOf(String digestId) {
      return messages.getOrDefault(digestId, Set.of());
    }
  }

  /** Digests whose windows ended in a stretch of time, a page after an id. */
  Page page(String tenantId, Instant after, Instant until, String lastId) {
    return transactions.inTenant(
        tenantId,
        connection -> {
          Sql sql = new Sql(connection);
          List<String> ids =
              sql.query(DIGESTS, row -> row.getString("digest_id"), tenantId, after, until, lastId);
          return ids.isEmpty()
              ? new Page(null, List.of(), Map.of())
              : new Page(
                  ids.get(ids.size() - 1),
                  sql.query(ARTIFACTS, OfDigest::read, tenantId, ids, KNOWN),
                  messages(sql, tenantId, ids));
        });
  }

  private static Map<String, Set<String>> messages(Sql sql, String tenantId, List<String> ids)
      throws SQLException {
    Map<String, Set<String>> messages = new HashMap<>();
    sql.query(
        MESSAGES,
        row ->
            messages
                .computeIfAbsent(row.getString("digest_id"), first -> new HashSet<>())
                .add(row.getString("message_id")),
        tenantId,
        ids);
    return messages;
  }
}
