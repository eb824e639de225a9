package org.groupdigest.job.persist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.groupdigest.connectors.postgres.Sql;
import org.groupdigest.connectors.postgres.Upsert;
import org.groupdigest.job.model.DigestRecord;
import org.groupdigest.job.model.DigestStatus;

/** What writing a digest does inside its transaction. */
final class DigestTransaction {
  private static final List<String> DIGEST = List.of("tenant_id", "digest_id");

  private static final Upsert WINDOW =
      Upsert.when(
          "group_conversation_windows.attempt < excluded.attempt",
          "group_conversation_windows",
          List.of("tenant_id", "window_id"),
          List.of("created_at"));

  /** What has begun to go out stays on record, whatever a newer attempt says. */
  private static final Upsert DIGESTS =
      new Upsert(
          "group_digests",
          DIGEST,
          List.of("created_at"),
          Map.of(
              "delivery_status",
              "CASE WHEN group_digests.delivery_status IN ('none', 'planned')"
                  + " THEN excluded.delivery_status ELSE group_digests.delivery_status END"),
          "group_digests.attempt < excluded.attempt");

  /** Only a claim that was withdrawn is made again: nobody gets the same digest twice. */
  private static final Upsert DELIVERIES =
      Upsert.when(
          "digest_delivery_log.status = 'withdrawn'",
          "digest_delivery_log",
          List.of("tenant_id", "digest_id", "channel", "address"),
          List.of("delivery_id", "created_at"));

  private static final Upsert REVIEWS =
      Upsert.when(
          "digest_review_queue.attempt < excluded.attempt",
          "digest_review_queue",
          DIGEST,
          List.of("created_at"));

  private static final String STORED =
      "SELECT attempt, content_sha256, "
          + StoredDigestRow.COLUMNS
          + " FROM group_digests WHERE tenant_id = ? AND digest_id = ?";

  private static final List<String> CHILDREN =
      List.of(
          "group_digest_topics",
          "group_digest_participants",
          "group_digest_metrics",
          "group_digest_stage_artifacts");

  private final Sql sql;
  private final DigestWrite write;
  private final DigestRecord digest;
  private final Instant now;

  DigestTransaction(Sql sql, DigestWrite write, Instant now) {
    this.sql = sql;
    this.write = write;
    this.digest = write.digest();
    this.now = now;
  }

  PersistOutcome run() throws SQLException {
    DigestRows rows = new DigestRows(write, now);
    // First, and always: the upsert locks the window's row, so that two writers of one digest take
    // turns even when neither of them changes it.
    sql.upsert(WINDOW, rows.window());
    if (!sql.upsert(DIGESTS, rows.digest())) {
      return stored();
    }
    replaceChildren(rows);
    claimDeliveries(rows);
    queueForReview(rows);
    return new PersistOutcome.Written(write.attempt());
  }

  private void replaceChildren(DigestRows rows) throws SQLException {
    for (String table : CHILDREN) {
      sql.update("DELETE FROM " + table + " WHERE tenant_id = ? AND digest_id = ?", key());
    }
    sql.insertAll("group_digest_topics", rows.topics());
    sql.insertAll("group_digest_participants", rows.participants());
    sql.insertAll("group_digest_metrics", rows.metrics());
    sql.insertAll("group_digest_stage_artifacts", rows.artifacts());
  }

  /** Withdraws what was planned but not begun, then plans what this attempt wants. */
  private void claimDeliveries(DigestRows rows) throws SQLException {
    sql.update(
        "UPDATE digest_delivery_log SET status = 'withdrawn', updated_at = ?"
            + " WHERE status = 'planned' AND tenant_id = ? AND digest_id = ?",
        now,
        digest.window().tenantId(),
        digest.digestId());
    sql.upsertAll(DELIVERIES, rows.deliveries());
  }

  private void queueForReview(DigestRows rows) throws SQLException {
    if (digest.status() == DigestStatus.BLOCKED_QUALITY) {
      sql.upsert(REVIEWS, rows.review());
    } else {
      sql.update(
          "UPDATE digest_review_queue SET status = 'superseded', decided_at = ?"
              + " WHERE status = 'open' AND tenant_id = ? AND digest_id = ?",
          now,
          digest.window().tenantId(),
          digest.digestId());
    }
  }

  private PersistOutcome stored() throws SQLException {
    return sql.query(STORED, this::unchanged, key()).get(0);
  }

  private PersistOutcome unchanged(ResultSet row) throws SQLException {
    return new PersistOutcome.Unchanged(
        row.getInt("attempt"),
        StoredDigestRow.read(row),
        row.getString("content_sha256").equals(DigestPayload.checksum(digest)));
  }

  private Object[] key() {
    return new Object[] {digest.window().tenantId(), digest.digestId()};
  }
}
