package org.groupdigest.job.maintain;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.groupdigest.connectors.postgres.Sql;
import org.groupdigest.connectors.postgres.TenantTransactions;
import org.groupdigest.job.model.Stage;

/** The artifacts in Postgres that Redis should have. */
final class RecentArtifacts {
  private static final int PAGE = 200;

  /** Stages of a newer version of the product are that version's to repair. */
  private static final List<String> KNOWN = Stream.of(Stage.values()).map(Stage::wireName).toList();

  private static final String PAGE_AFTER =
      "SELECT a.tenant_id, a.digest_id, a.group_id, a.window_id, a.stage, a.checksum, d.attempt"
          + " FROM group_digest_stage_artifacts a JOIN group_digests d USING (tenant_id, digest_id)"
          + " WHERE a.tenant_id = ? AND a.stored_at > ? AND (a.digest_id, a.stage) > (?, ?)"
          + " AND a.stage = ANY (?) ORDER BY a.digest_id, a.stage LIMIT "
          + PAGE;

  /** Held until the commit: who erases or replaces the digest comes after us, in Redis too. */
  private static final String LOCK =
      "SELECT attempt FROM group_digests WHERE tenant_id = ? AND digest_id = ? FOR SHARE";

  private static final String OF_DIGEST =
      "SELECT "
          + ArtifactRow.COLUMNS
          + " FROM group_digest_stage_artifacts a"
          + " WHERE a.tenant_id = ? AND a.digest_id = ? AND a.stage = ANY (?)";

  private static final String WINDOWS =
      "SELECT window_id FROM group_digests WHERE tenant_id = ? AND window_id = ANY (?)";

  private final TenantTransactions transactions;

  RecentArtifacts(TenantTransactions transactions) {
    this.transactions = transactions;
  }

  /**
   * Those that were stored after an instant, a page of them.
   *
   * @param last the last one of the page before, null for the first page
   */
  List<RecentArtifact> page(String tenantId, Instant after, RecentArtifact last) {
    String digestId = last == null ? "" : last.digestId();
    String stage = last == null ? "" : last.key().stage().wireName();
    return transactions.inTenant(
        tenantId,
        connection ->
            new Sql(connection)
                .query(PAGE_AFTER, RecentArtifact::read, tenantId, after, digestId, stage, KNOWN));
  }

  /**
   * Shows a digest's artifacts of some stages, as they are and stay until the action is over.
   *
   * @param action gets each row and the attempt it is of
   */
  void whileLocked(
      String tenantId,
      String digestId,
      Collection<String> stages,
      BiConsumer<ArtifactRow, Integer> action) {
    transactions.inTenant(
        tenantId,
        connection -> {
          show(new Sql(connection), tenantId, digestId, stages, action);
          return null;
        });
  }

  private static void show(
      Sql sql,
      String tenantId,
      String digestId,
      Collection<String> stages,
      BiConsumer<ArtifactRow, Integer> action)
      throws SQLException {
    for (int attempt : sql.query(LOCK, row -> row.getInt("attempt"), tenantId, digestId)) {
      sql.query(OF_DIGEST, ArtifactRow::read, tenantId, digestId, stages)
          .forEach(row -> action.accept(row, attempt));
    }
  }

  /** Which of these windows have a digest. */
  Set<String> windowsWithDigest(String tenantId, Collection<String> windowIds) {
    return Set.copyOf(
        transactions.inTenant(
            tenantId,
            connection ->
                new Sql(connection)
                    .query(WINDOWS, row -> row.getString("window_id"), tenantId, windowIds)));
  }
}
