package org.groupdigest.job.maintain;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.groupdigest.connectors.postgres.Sql;
import org.groupdigest.connectors.postgres.TenantTransactions;

/** The artifacts in Postgres that are to be archived. */
final class OldArtifacts {
  private static final int PAGE = 200;

  private static final String DIGESTS =
      "SELECT DISTINCT digest_id FROM group_digest_stage_artifacts"
          + " WHERE tenant_id = ? AND stored_at < ? AND digest_id > ? ORDER BY digest_id LIMIT "
          + PAGE;

  /** Nobody replaces, erases or removes it while its archive is written. */
  private static final String LOCK =
      "SELECT "
          + ArchivedDigest.COLUMNS
          + " FROM group_digests WHERE tenant_id = ? AND digest_id = ? FOR NO KEY UPDATE";

  private static final String ROWS =
      "SELECT "
          + ArtifactRow.COLUMNS
          + " FROM group_digest_stage_artifacts a"
          + " WHERE a.tenant_id = ? AND a.digest_id = ? AND a.stored_at < ? ORDER BY a.stage";

  private static final String REMOVE =
      "DELETE FROM group_digest_stage_artifacts"
          + " WHERE tenant_id = ? AND digest_id = ? AND stage = ? AND checksum = ?";

  private static final String ERASED =
      "SELECT "
          + ArchivedDigest.COLUMNS
          + " FROM group_digests"
          + " WHERE tenant_id = ? AND erased_at > ? AND digest_id > ? ORDER BY digest_id LIMIT "
          + PAGE;

  private final TenantTransactions transactions;

  OldArtifacts(TenantTransactions transactions) {
    this.transactions = transactions;
  }

  /** Digests with artifacts that were stored before an instant, a page after an id. */
  List<String> digests(String tenantId, Instant before, String after) {
    return transactions.inTenant(
        tenantId,
        connection ->
            new Sql(connection)
                .query(DIGESTS, row -> row.getString("digest_id"), tenantId, before, after));
  }

  /** Digests of which something was erased after an instant, a page after an id. */
  List<ArchivedDigest> erased(String tenantId, Instant since, String after) {
    return transactions.inTenant(
        tenantId,
        connection ->
            new Sql(connection).query(ERASED, ArchivedDigest::read, tenantId, since, after));
  }

  /**
   * Removes a digest's old artifacts if they are safe. The digest stays as it is meanwhile: an
   * erasure comes before or after, never between what is archived and what is removed.
   *
   * @param isSafe archives them; what it throws leaves everything in place
   * @return how many were removed
   */
  int removeIf(String tenantId, String digestId, Instant before, Predicate<ArchivedDigest> isSafe) {
    return transactions.inTenant(
        tenantId,
        connection -> {
          Sql sql = new Sql(connection);
          int removed = 0;
          for (ArchivedDigest digest : sql.query(LOCK, ArchivedDigest::read, tenantId, digestId)) {
            List<ArtifactRow> rows = sql.query(ROWS, ArtifactRow::read, tenantId, digestId, before);
            if (!rows.isEmpty() && isSafe.test(digest.with(rows))) {
              removed += remove(sql, tenantId, digestId, rows);
            }
          }
          return removed;
        });
  }

  private static int remove(Sql sql, String tenantId, String digestId, List<ArtifactRow> rows)
      throws SQLException {
    int removed = 0;
    for (ArtifactRow row : rows) {
      removed += sql.update(REMOVE, tenantId, digestId, row.stage(), row.checksum());
    }
    return removed;
  }
}
