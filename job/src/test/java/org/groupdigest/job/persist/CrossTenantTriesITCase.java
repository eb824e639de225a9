package org.groupdigest.job.persist;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.groupdigest.connectors.postgres.AsyncTenantTransactions;
import org.groupdigest.job.persist.CrossTenantTally.Outcome;
import org.groupdigest.testing.Seeds;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Thousands of random tries of every role to reach rows of a tenant that is not set. */
class CrossTenantTriesITCase {
  private static final long SEED = Seeds.of("tries across tenants, Postgres");
  private static final int TRIES = 12_000 * Seeds.times();

  @AutoClose private static final DigestDatabase DATABASE = new DigestDatabase();

  @BeforeAll
  static void start() throws Exception {
    try (AsyncTenantTransactions transactions = DATABASE.writer()) {
      HostileIds.ALL.forEach(tenant -> SampleRows.write(transactions, tenant));
    }
    DATABASE.execute(
        "CREATE ROLE "
            + CrossTenantTries.STRANGER_LOGIN
            + " LOGIN PASSWORD '"
            + DigestDatabase.PASSWORD
            + "'");
    // Statistics are one more place where values of rows stand.
    DATABASE.execute("ANALYZE");
  }

  @Test
  void everyHostileTenantHasRowsOfItsOwnInEveryTable() throws Exception {
    for (String table : DigestDatabase.TABLES) {
      assertThat(DATABASE.column("SELECT DISTINCT tenant_id FROM " + table))
          .as(table)
          .containsExactlyInAnyOrderElementsOf(HostileIds.ALL);
    }
  }

  @Test
  void noTryReachesARowOfAnotherTenantAndNoRowChanges() throws Exception {
    Map<String, List<String>> before = DATABASE.dump();
    CrossTenantTally tally = new CrossTenantTally();
    new CrossTenantTries(DATABASE, SEED, tally).run(TRIES);
    System.out.printf(
        "seed %d: %d tries, %d refused, %d empty, %d only its own, %d leaks%n%s%n",
        SEED,
        tally.tries(),
        tally.count(Outcome.REFUSED),
        tally.count(Outcome.EMPTY),
        tally.count(Outcome.OWN),
        tally.count(Outcome.LEAK),
        tally);
    assertThat(tally.leaks()).isEmpty();
    assertThat(tally.count(Outcome.LEAK)).isZero();
    assertThat(tally.tries()).isGreaterThanOrEqualTo(TRIES);
    assertThat(tally.untried()).isEmpty();
    assertThat(tally.count(Outcome.OWN)).isPositive();
    assertThat(DATABASE.dump()).isEqualTo(before);
  }

  /** Java has strings that UTF-8 has no bytes for, and their stand-in is another tenant here. */
  @Test
  void aTenantThatCannotBeSentAsItIsReachesNothing() {
    try (AsyncTenantTransactions transactions = DATABASE.writer()) {
      for (String tenant : List.of("\uD83D", "\uDE42", "a\u0000")) {
        assertThat(
                transactions.inTenant(
                    tenant,
                    connection ->
                        DigestDatabase.column(connection, "SELECT tenant_id FROM group_digests")))
            .failsWithin(Duration.ofSeconds(20))
            .withThrowableThat()
            .withMessageContaining("no_tenant");
      }
    }
  }

  /** The tries can fail: without policies the same ones find plenty. */
  @Test
  void withoutRowSecurityTheTriesDoLeak() throws Exception {
    CrossTenantTally tally = new CrossTenantTally();
    alterTables("DISABLE ROW LEVEL SECURITY");
    try {
      new CrossTenantTries(DATABASE, SEED, tally).run(400);
    } finally {
      alterTables("ENABLE ROW LEVEL SECURITY");
    }
    assertThat(tally.count(Outcome.LEAK)).isGreaterThan(100);
  }

  private static void alterTables(String action) throws SQLException {
    for (String table : DigestDatabase.TABLES) {
      DATABASE.execute("ALTER TABLE " + table + " " + action);
    }
  }
}
