package org.groupdigest.job.maintain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.groupdigest.connectors.postgres.Sql;
import org.groupdigest.connectors.postgres.TenantTransactions;
import org.groupdigest.job.model.GroupKey;
import org.groupdigest.job.persist.RemovedDigest;

/** What is to be removed in Postgres, and what was removed and is still to be announced. */
final class Removals {
  private static final int PAGE = 500;

  /** Groups of removals that nobody has heard of too: their removal may have broken off. */
  private static final String GROUPS =
      "SELECT group_id, sum(digests) AS digests FROM ("
          + " SELECT group_id, count(*) AS digests FROM group_digests"
          + " WHERE tenant_id = ? AND window_end < ? GROUP BY group_id"
          + " UNION ALL SELECT DISTINCT group_id, 0 FROM digest_removals"
          + " WHERE tenant_id = ? AND window_end < ? AND announced_at IS NULL) AS found"
          + " GROUP BY group_id ORDER BY group_id";

  private static final String PENDING =
      "SELECT tenant_id, group_id, digest_id, window_id, reason, trace_id, removed_at"
          + " FROM digest_removals WHERE tenant_id = ? AND announced_at IS NULL AND digest_id > ?"
          + " ORDER BY digest_id LIMIT "
          + PAGE;

  private static final String ANNOUNCED =
      "UPDATE digest_removals SET announced_at = ?"
          + " WHERE tenant_id = ? AND announced_at IS NULL AND digest_id = ANY (?)";

  private static final String PAID =
      "SELECT count(*) AS answers FROM digest_paid_calls WHERE tenant_id = ? AND stored_at < ?";

  private final TenantTransactions transactions;

  Removals(TenantTransactions transactions) {
    this.transactions = transactions;
  }

  /**
   * A group with something to remove.
   *
   * @param group group
   * @param digests how many of its digests are too old
   */
  record OldGroup(GroupKey group, long digests) {}

  /** Groups with windows that ended before an instant and are to be removed. */
  List<OldGroup> groups(String tenantId, Instant before) {
    return transactions.inTenant(
        tenantId,
        connection ->
            new Sql(connection)
                .query(
                    GROUPS,
                    row ->
                        new OldGroup(
                            new GroupKey(tenantId, row.getString("group_id")),
                            row.getLong("digests")),
                    tenantId,
                    before,
                    tenantId,
                    before));
  }

  /** Removals that are still to be announced, a page after the id of a digest. */
  List<RemovedDigest> pending(String tenantId, String after) {
    return transactions.inTenant(
        tenantId,
        connection -> new Sql(connection).query(PENDING, Removals::removed, tenantId, after));
  }

  private static RemovedDigest removed(ResultSet row) throws SQLException {
    return new RemovedDigest(
        row.getString("tenant_id"),
        row.getString("group_id"),
        row.getString("digest_id"),
        row.getString("window_id"),
        row.getString("reason"),
        row.getString("trace_id"),
        row.getObject("removed_at", OffsetDateTime.class).toInstant());
  }

  /** Notes that removals were announced. */
  void announced(String tenantId, List<String> digestIds, Instant at) {
    transactions.inTenant(
        tenantId, connection -> new Sql(connection).update(ANNOUNCED, at, tenantId, digestIds));
  }

  /** How many paid answers were stored before an instant. */
  long paidAnswers(String tenantId, Instant before) {
    return transactions
        .inTenant(
            tenantId,
            connection ->
                new Sql(connection).query(PAID, row -> row.getLong("answers"), tenantId, before))
        .get(0);
  }
}
