package org.groupdigest.job.persist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.groupdigest.connectors.postgres.AsyncTenantTransactions;
import org.groupdigest.job.model.LedgerEntry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LedgerWriterITCase {
  private static final long DAY = LocalDate.parse("2026-03-02").toEpochDay();

  private static DigestDatabase database;
  private static AsyncTenantTransactions transactions;

  @BeforeAll
  static void start() {
    database = new DigestDatabase();
    transactions = database.writer();
  }

  @AfterAll
  static void stop() {
    transactions.close();
    database.close();
  }

  @BeforeEach
  void clear() throws Exception {
    database.clear();
  }

  @Test
  void countsAreAbsoluteAndOnlyANewerVersionReplacesThem() throws Exception {
    assertThat(write(entry("garden", 2, 10))).isEqualTo(1);
    assertThat(write(entry("garden", 2, 10))).isZero();
    assertThat(write(entry("garden", 1, 5))).isZero();
    assertThat(rows()).containsExactly("garden 2026-03-02 v2 10 3 {\"media\": 1, \"service\": 2}");
    assertThat(write(entry("garden", 3, 12))).isEqualTo(1);
    assertThat(rows()).containsExactly("garden 2026-03-02 v3 12 3 {\"media\": 1, \"service\": 2}");
  }

  @Test
  void ofOneBatchTheHighestVersionWinsAndTenantsAreKeptApart() throws Exception {
    assertThat(write(entry("b", 2, 10), entry("a", 1, 7), entry("b", 1, 9))).isEqualTo(2);
    assertThat(database.column("SELECT tenant_id || received FROM ingest_ledger ORDER BY 1"))
        .containsExactly("a7", "b10");
  }

  @Test
  void nothingToWriteIsNothingWritten() throws Exception {
    assertThat(write()).isZero();
  }

  private static LedgerEntry entry(String tenant, long version, long received) {
    Map<String, Long> filtered = Map.of("service", 2L, "media", 1L);
    return new LedgerEntry(
        tenant, "plots", DAY, version, received, received - 3, 0, filtered, 0, 0, 0);
  }

  private static int write(LedgerEntry... entries) throws Exception {
    return new PostgresLedgerWriter(transactions, Clock.systemUTC())
        .write(List.of(entries))
        .toCompletableFuture()
        .get(30, TimeUnit.SECONDS);
  }

  private static List<String> rows() throws Exception {
    return database.column(
        "SELECT concat_ws(' ', tenant_id, ledger_day, 'v' || version, received, filtered,"
            + " filtered_by_reason) FROM ingest_ledger");
  }
}
