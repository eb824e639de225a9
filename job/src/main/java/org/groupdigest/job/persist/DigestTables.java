package org.groupdigest.job.persist;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.groupdigest.connectors.postgres.Row;
import org.groupdigest.connectors.postgres.Sql;
import org.groupdigest.connectors.postgres.Upsert;

/**
 * Writes the rows of a digest inside a transaction; a stored attempt is only replaced by a newer.
 */
final class DigestTables {
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

  private static final String KNOW_TENANT =
      "INSERT INTO digest_tenants (tenant_id, first_seen_at) VALUES (?, ?) ON CONFLICT DO NOTHING";

  private final Sql sql;
  private final String tenantId;
  private final String digestId;
  private final Instant now;

  DigestTables(Sql sql, String tenantId, String digestId, Instant now) {
    this.sql = sql;
    this.tenantId = tenantId;
    this.digestId = digestId;
    this.now = now;
  }

  /** Writes window, digest and children; false when the same or a newer attempt is there. */
  boolean store(DigestRows rows) throws SQLException {
    // First, and always: the upsert locks the window's row, so that two writers of one digest take
    // turns even when neither of them changes it.
    sql.upsert(WINDOW, rows.window());
    if (!sql.upsert(DIGESTS, rows.digest())) {
      return false;
    }
    replace("group_digest_topics", rows.topics());
    replace("group_digest_participants", rows.participants());
    replace("group_digest_metrics", rows.metrics());
    replace("group_digest_stage_artifacts", rows.artifacts());
    return true;
  }

  /** Puts these rows in the place of those that the digest has in a table. */
  void replace(String table, List<Row> rows) throws SQLException {
    sql.update(
        "DELETE FROM " + table + " WHERE tenant_id = ? AND digest_id = ?", tenantId, digestId);
    sql.insertAll(table, rows);
  }

  /** Withdraws what was planned but not begun, then plans what this attempt wants. */
  void claimDeliveries(List<Row> deliveries) throws SQLException {
    sql.update(
        "UPDATE digest_delivery_log SET status = 'withdrawn', updated_at = ?"
            + " WHERE status = 'planned' AND tenant_id = ? AND digest_id = ?",
        now,
        tenantId,
        digestId);
    sql.upsertAll(DELIVERIES, deliveries);
  }

  /** Opens a review that a newer attempt asks for. */
  void queueForReview(Row review) throws SQLException {
    sql.upsert(REVIEWS, review);
  }

  /** Closes a review that nobody needs any more. */
  void supersedeReview() throws SQLException {
    sql.update(
        "UPDATE digest_review_queue SET status = 'superseded', decided_at = ?"
            + " WHERE status = 'open' AND tenant_id = ? AND digest_id = ?",
        now,
        tenantId,
        digestId);
  }

  /** Makes the tenant known to maintenance. */
  void knowTenant() throws SQLException {
    sql.update(KNOW_TENANT, tenantId, now);
  }
}
