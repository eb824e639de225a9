package org.groupdigest.job.persist;

import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.groupdigest.connectors.postgres.AsyncTenantTransactions;
import org.groupdigest.connectors.postgres.JsonText;
import org.groupdigest.connectors.postgres.Row;
import org.groupdigest.connectors.postgres.Sql;
import org.groupdigest.connectors.postgres.Upsert;
import org.groupdigest.job.model.LedgerEntry;

/** The ledger in Postgres: one transaction a tenant. */
public final class PostgresLedgerWriter implements LedgerWriter {
  private static final Upsert LEDGER =
      Upsert.when(
          "ingest_ledger.version < excluded.version",
          "ingest_ledger",
          List.of("tenant_id", "group_id", "ledger_day"),
          List.of());

  private final AsyncTenantTransactions transactions;
  private final Clock clock;

  /** Writes through shared transactions, which it does not close. */
  public PostgresLedgerWriter(AsyncTenantTransactions transactions, Clock clock) {
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public CompletionStage<Integer> write(List<LedgerEntry> entries) {
    Map<String, List<LedgerEntry>> byTenant =
        entries.stream()
            .collect(
                Collectors.groupingBy(LedgerEntry::tenantId, TreeMap::new, Collectors.toList()));
    CompletionStage<Integer> changed = CompletableFuture.completedFuture(0);
    for (Map.Entry<String, List<LedgerEntry>> tenant : byTenant.entrySet()) {
      CompletionStage<Integer> more =
          transactions.inTenant(
              tenant.getKey(), connection -> upsert(new Sql(connection), tenant.getValue()));
      changed = changed.thenCombine(more, Integer::sum);
    }
    return changed;
  }

  private int upsert(Sql sql, List<LedgerEntry> entries) throws SQLException {
    int changed = 0;
    for (LedgerEntry entry : entries) {
      changed += sql.upsert(LEDGER, row(entry)) ? 1 : 0;
    }
    return changed;
  }

  private Row row(LedgerEntry entry) {
    return new Row()
        .set("tenant_id", entry.tenantId())
        .set("group_id", entry.groupId())
        .set("ledger_day", entry.day())
        .set("version", entry.version())
        .set("received", entry.received())
        .set("windowed", entry.windowed())
        .set("repaired", entry.repairedTotal())
        .set("duplicate", entry.duplicate())
        .set("filtered", entry.filteredTotal())
        .set("filtered_by_reason", JsonText.jsonb(DigestPayload.write(entry.filtered())))
        .set("late", entry.late())
        .set("invalid", entry.invalid())
        .set("deleted", entry.deleted())
        .set("updated_at", clock.instant());
  }
}
