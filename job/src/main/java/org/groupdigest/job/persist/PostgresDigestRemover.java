package org.groupdigest.job.persist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.groupdigest.connectors.postgres.AsyncTenantTransactions;
import org.groupdigest.connectors.postgres.Sql;
import org.groupdigest.connectors.redis.RedisValues;
import org.groupdigest.job.model.GroupKey;

/**
 * Removes digests from Postgres with their windows and all that belongs to them, leaving a row that
 * says so, then what is cached of them. Not done before both stores have confirmed.
 */
public final class PostgresDigestRemover implements DigestRemover {
  private static final String REMEMBER =
      "INSERT INTO digest_removals (tenant_id, digest_id, window_id, group_id, window_end, reason,"
          + " trace_id, removed_at)"
          + " SELECT tenant_id, digest_id, window_id, group_id, window_end, ?, trace_id, ?"
          + " FROM group_digests WHERE tenant_id = ? AND group_id = ? AND window_end < ?"
          + " ON CONFLICT DO NOTHING";

  private static final String REMOVE =
      "DELETE FROM group_conversation_windows"
          + " WHERE tenant_id = ? AND group_id = ? AND window_end < ?";

  // Open: what is kept beside the digest may still be there. Caches forget by themselves in a day.
  private static final String REMOVED =
      "SELECT tenant_id, group_id, digest_id, window_id, reason, trace_id, removed_at,"
          + " announced_at IS NULL OR removed_at > ? AS open"
          + " FROM digest_removals WHERE tenant_id = ? AND group_id = ? AND window_end < ?"
          + " ORDER BY window_end, digest_id";

  private final AsyncTenantTransactions transactions;
  private final WindowLeftovers leftovers;
  private final Clock clock;

  /**
   * Uses shared clients, which it does not close.
   *
   * @param redis null when there is none
   */
  public PostgresDigestRemover(
      AsyncTenantTransactions transactions, RedisValues redis, Clock clock) {
    this.transactions = transactions;
    this.leftovers = new WindowLeftovers(transactions, redis);
    this.clock = clock;
  }

  @Override
  public CompletionStage<List<RemovedDigest>> removeBefore(
      GroupKey group, Instant before, String reason) {
    Instant now = clock.instant();
    return transactions
        .inTenant(
            group.tenantId(), connection -> remove(new Sql(connection), group, before, reason, now))
        .thenCompose(removals -> clear(group, removals).thenApply(cleared -> digests(removals)));
  }

  private static List<Removal> remove(
      Sql sql, GroupKey group, Instant before, String reason, Instant now) throws SQLException {
    GroupLock.hold(sql, group);
    String tenantId = group.tenantId();
    sql.update(REMEMBER, reason, now, tenantId, group.groupId(), before);
    sql.update(REMOVE, tenantId, group.groupId(), before);
    return sql.query(
        REMOVED,
        PostgresDigestRemover::removal,
        now.minus(StageArtifactStore.TTL),
        tenantId,
        group.groupId(),
        before);
  }

  /** Baselines stay: a newer digest has taken the place of one that is old enough to go. */
  private CompletionStage<Void> clear(GroupKey group, List<Removal> removals) {
    List<String> windows =
        removals.stream().filter(Removal::open).map(one -> one.digest().windowId()).toList();
    return leftovers.clear(group, windows, List.of());
  }

  private static List<RemovedDigest> digests(List<Removal> removals) {
    return removals.stream().map(Removal::digest).toList();
  }

  private static Removal removal(ResultSet row) throws SQLException {
    RemovedDigest digest =
        new RemovedDigest(
            row.getString("tenant_id"),
            row.getString("group_id"),
            row.getString("digest_id"),
            row.getString("window_id"),
            row.getString("reason"),
            row.getString("trace_id"),
            StoredDigestReader.instant(row, "removed_at"));
    return new Removal(digest, row.getBoolean("open"));
  }

  private record Removal(RemovedDigest digest, boolean open) {}
}
