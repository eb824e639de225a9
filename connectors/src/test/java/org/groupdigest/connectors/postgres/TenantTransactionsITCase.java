package org.groupdigest.connectors.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class TenantTransactionsITCase {
  @AutoClose private static final NotesDatabase DATABASE = new NotesDatabase();

  @Test
  void aTransactionSeesAndWritesTheRowsOfItsTenantAlone() {
    try (TenantTransactions transactions = TenantTransactions.open(DATABASE.config())) {
      transactions.inTenant("sees-a", connection -> insert(connection, "sees-a", "one"));
      transactions.inTenant("sees-b", connection -> insert(connection, "sees-b", "two"));

      assertThat(transactions.inTenant("sees-a", TenantTransactionsITCase::notes))
          .containsExactly("one");
      assertThat(transactions.inTenant("sees-b", TenantTransactionsITCase::notes))
          .containsExactly("two");
    }
  }

  @Test
  void aRowOfAnotherTenantIsRefusedAndNothingOfTheTransactionStays() {
    try (TenantTransactions transactions = TenantTransactions.open(DATABASE.config())) {
      PostgresException refused =
          catchThrowableOfType(
              PostgresException.class,
              () ->
                  transactions.inTenant(
                      "own",
                      connection -> {
                        insert(connection, "own", "mine");
                        return insert(connection, "other", "not mine");
                      }));

      assertThat(refused.code()).isEqualTo("sqlstate_42501");
      assertThat(refused.isTransient()).isFalse();
      assertThat(transactions.inTenant("own", TenantTransactionsITCase::notes)).isEmpty();
      assertThat(transactions.inTenant("other", TenantTransactionsITCase::notes)).isEmpty();
    }
  }

  @Test
  void aReusedConnectionCarriesNoTenantOver() throws SQLException {
    PostgresConfig single = DATABASE.config().withPoolSize(1);
    try (TenantTransactions transactions = TenantTransactions.open(single)) {
      int first = transactions.inTenant("reused", TenantTransactionsITCase::backend);
      transactions.inTenant("reused", connection -> insert(connection, "reused", "left"));
      assertThatThrownBy(
              () ->
                  transactions.inTenant(
                      "reused",
                      connection -> {
                        throw new SQLException("made up", "22000");
                      }))
          .isInstanceOf(PostgresException.class);

      List<String> seen =
          transactions.inTenant(
              "nobody",
              connection -> {
                assertThat(backend(connection)).isEqualTo(first);
                // Ends the tenant's transaction; the next one on the connection has no tenant.
                connection.commit();
                return notes(connection);
              });
      assertThat(seen).isEmpty();
    }
  }

  @Test
  void noTenantIsRefusedBeforeAnyConnectionIsTaken() {
    TenantTransactions unusable = new TenantTransactions(null, Duration.ofSeconds(1));
    assertThat(codeOf(unusable, null)).isEqualTo("no_tenant");
    assertThat(codeOf(unusable, "")).isEqualTo("no_tenant");
  }

  /** It would be sent as a question mark, which is a tenant like any other. */
  @Test
  void halfASurrogatePairIsNoTenant() {
    TenantTransactions unusable = new TenantTransactions(null, Duration.ofSeconds(1));
    assertThat(codeOf(unusable, "\uD83D")).isEqualTo("no_tenant");
    assertThat(codeOf(unusable, "a\uDE42")).isEqualTo("no_tenant");
    assertThat(codeOf(unusable, "a\u0000")).isEqualTo("no_tenant");
  }

  @Test
  void anExceptionOfTheWorkRollsBackAndIsPassedOn() {
    try (TenantTransactions transactions = TenantTransactions.open(DATABASE.config())) {
      assertThatThrownBy(
              () ->
                  transactions.inTenant(
                      "work",
                      connection -> {
                        insert(connection, "work", "gone");
                        throw new IllegalStateException("of the work");
                      }))
          .hasMessage("of the work");
      assertThat(transactions.inTenant("work", TenantTransactionsITCase::notes)).isEmpty();
    }
  }

  @Test
  void aFailureQuotesNoRow() {
    try (TenantTransactions transactions = TenantTransactions.open(DATABASE.config())) {
      assertThatThrownBy(
              () ->
                  transactions.inTenant(
                      "quotes",
                      connection -> {
                        insert(connection, "quotes", "a secret of the chat");
                        return insert(connection, "quotes", "a secret of the chat");
                      }))
          .isInstanceOf(PostgresException.class)
          .hasMessage("postgres: sqlstate_23505")
          .hasNoCause();
    }
  }

  @Test
  void aStatementOverItsTimeIsCancelledAsPassing() {
    PostgresConfig config = DATABASE.config();
    PostgresConfig hasty =
        new PostgresConfig(
            config.url(),
            config.user(),
            config.password(),
            1,
            1,
            config.connectTimeout(),
            Duration.ofMillis(50));
    try (TenantTransactions transactions = TenantTransactions.open(hasty)) {
      PostgresException slow =
          catchThrowableOfType(
              PostgresException.class,
              () ->
                  transactions.inTenant(
                      "slow", connection -> query(connection, "SELECT pg_sleep(5)")));
      assertThat(slow.code()).isEqualTo("sqlstate_57014");
      assertThat(slow.isTransient()).isTrue();
    }
  }

  @Test
  void migrationsThatHaveRunAreLeftAlone() {
    assertThat(Migrations.run(DATABASE.url(), "postgres", "postgres", "classpath:db/notes"))
        .isZero();
  }

  @Test
  void anExistingLoginGetsTheNewPassword() throws SQLException {
    try (Connection admin = DATABASE.admin()) {
      PostgresRoles.ensureLogin(admin, "again", "first", "notes_writer");
      PostgresRoles.ensureLogin(admin, "again", "second", "notes_writer");
    }
    PostgresConfig config = DATABASE.config();
    try (TenantTransactions transactions =
        TenantTransactions.open(PostgresConfig.of(config.url(), "again", "second"))) {
      assertThat(transactions.inTenant("t", TenantTransactionsITCase::notes)).isEmpty();
    }
  }

  private static String codeOf(TenantTransactions transactions, String tenant) {
    return catchThrowableOfType(
            PostgresException.class, () -> transactions.inTenant(tenant, connection -> "unreached"))
        .code();
  }

  private static int insert(Connection connection, String tenant, String note) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO notes VALUES (?, ?)")) {
      insert.setString(1, tenant);
      insert.setString(2, note);
      return insert.executeUpdate();
    }
  }

  private static List<String> notes(Connection connection) throws SQLException {
    return query(connection, "SELECT note FROM notes ORDER BY note");
  }

  private static int backend(Connection connection) throws SQLException {
    return Integer.parseInt(query(connection, "SELECT pg_backend_pid()").get(0));
  }

  private static List<String> query(Connection connection, String sql) throws SQLException {
    List<String> found = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }
}
