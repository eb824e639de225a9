package org.groupdigest.job.persist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.groupdigest.connectors.postgres.AsyncTenantTransactions;
import org.groupdigest.connectors.postgres.Sql;
import org.groupdigest.job.model.BaselineSnapshot;
import org.groupdigest.job.model.BaselineSnapshot.TopicSnapshot;
import org.groupdigest.job.model.GroupKey;

/** Baselines out of the digests in Postgres. */
public final class PostgresBaselineStore implements BaselineStore {
  // The conditions without a parameter are those of the index ix_digests_chain.
  private static final String NEWEST_BEFORE =
      "SELECT digest_id, window_id, window_end, quality FROM group_digests"
          + " WHERE kind = 'scheduled' AND has_synthesis"
          + " AND tenant_id = ? AND group_id = ? AND window_hours = ? AND window_start < ?"
          + " ORDER BY window_start DESC LIMIT 1";

  private static final String TOPICS =
      "SELECT title, message_count, streak, topic_id FROM group_digest_topics"
          + " WHERE tenant_id = ? AND digest_id = ? ORDER BY position";

  private final AsyncTenantTransactions transactions;

  /** Reads through shared transactions, which it does not close. */
  public PostgresBaselineStore(AsyncTenantTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public CompletionStage<Optional<BaselineSnapshot>> before(
      GroupKey group, int hours, Instant windowStart) {
    return transactions.inTenant(
        group.tenantId(), connection -> find(new Sql(connection), group, hours, windowStart));
  }

  private static Optional<BaselineSnapshot> find(
      Sql sql, GroupKey group, int hours, Instant windowStart) throws SQLException {
    List<Found> newest =
        sql.query(
            NEWEST_BEFORE,
            PostgresBaselineStore::found,
            group.tenantId(),
            group.groupId(),
            hours,
            windowStart);
    if (newest.isEmpty()) {
      return Optional.empty();
    }
    Found digest = newest.get(0);
    List<TopicSnapshot> topics =
        sql.query(TOPICS, PostgresBaselineStore::topic, group.tenantId(), digest.digestId());
    return Optional.of(
        new BaselineSnapshot(digest.windowId(), digest.windowEnd(), topics, digest.quality()));
  }

  private static Found found(ResultSet row) throws SQLException {
    return new Found(
        row.getString("digest_id"),
        row.getString("window_id"),
        row.getObject("window_end", OffsetDateTime.class).toInstant(),
        row.getObject("quality", Double.class));
  }

  private static TopicSnapshot topic(ResultSet row) throws SQLException {
    return new TopicSnapshot(
        row.getString("title"),
        row.getInt("message_count"),
        row.getInt("streak"),
        row.getString("topic_id"));
  }

  private record Found(String digestId, String windowId, Instant windowEnd, Double quality) {}
}
