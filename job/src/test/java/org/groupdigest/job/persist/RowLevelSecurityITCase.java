package org.groupdigest.job.persist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.groupdigest.connectors.postgres.AsyncTenantTransactions;
import org.groupdigest.connectors.postgres.Migrations;
import org.groupdigest.connectors.postgres.PostgresRoles;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowLevelSecurityITCase {
  static final List<String> TABLES = DigestDatabase.TABLES;

  private static final List<String> FOR_ANALYSTS =
      List.of(
          "group_conversation_windows",
          "group_digests",
          "group_digest_topics",
          "group_digest_participants",
          "group_digest_metrics",
          "digest_delivery_log",
          "digest_review_queue",
          "ingest_ledger",
          "digest_usage_by_day");

  @AutoClose private static final DigestDatabase DATABASE = new DigestDatabase();

  @BeforeAll
  static void start() throws Exception {
    try (AsyncTenantTransactions transactions = DATABASE.writer()) {
      SampleRows.write(transactions, "garden");
      SampleRows.write(transactions, "harbour");
    }
  }

  @ParameterizedTest
  @FieldSource("TABLES")
  void everyTableIsProtectedForcedOwnedAndStartsItsKeyWithTheTenant(String table)
      throws SQLException {
    assertThat(
            DATABASE.column(
                "SELECT concat_ws(' ', relrowsecurity, relforcerowsecurity, pg_get_userbyid(relowner))"
                    + " FROM pg_class WHERE oid = '"
                    + table
                    + "'::regclass"))
        .containsExactly("t t group_digest_owner");
    assertThat(
            DATABASE.column(
                "SELECT qual || ' / ' || with_check FROM pg_policies WHERE tablename = '"
                    + table
                    + "' AND policyname <> 'maintenance_sees_tenants'"))
        .containsExactly(
            "((tenant_id)::text = current_setting('app.current_tenant'::text, true)) / "
                + "((tenant_id)::text = current_setting('app.current_tenant'::text, true))");
    assertThat(
            DATABASE.column(
                "SELECT DISTINCT attname FROM pg_index JOIN pg_attribute"
                    + " ON attrelid = indrelid AND attnum = indkey[0] WHERE indrelid = '"
                    + table
                    + "'::regclass"))
        .containsExactly("tenant_id");
  }

  @Test
  void noTableIsForgotten() throws SQLException {
    assertThat(
            DATABASE.column(
                "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
                    + " AND tablename <> 'flyway_schema_history'"))
        .containsExactlyInAnyOrderElementsOf(DigestDatabase.TABLES);
  }

  @ParameterizedTest
  @ValueSource(strings = {DigestDatabase.WRITER, DigestDatabase.READER, DigestDatabase.OWNER})
  void everyRoleSeesItsTenantAndWithoutOneNothing(String user) throws SQLException {
    try (Connection connection = DATABASE.login(user)) {
      for (String table : TABLES) {
        String tenants = "SELECT DISTINCT tenant_id FROM " + table;
        setTenant(connection, "garden");
        assertThat(DigestDatabase.column(connection, tenants)).as(table).containsExactly("garden");
        setTenant(connection, "nobody");
        assertThat(DigestDatabase.column(connection, tenants)).as(table).isEmpty();
        setTenant(connection, "");
        assertThat(DigestDatabase.column(connection, tenants)).as(table).isEmpty();
      }
    }
    try (Connection fresh = DATABASE.login(user)) {
      for (String table : TABLES) {
        assertThat(DigestDatabase.column(fresh, "SELECT tenant_id FROM " + table)).isEmpty();
      }
    }
  }

  @Test
  void anAnalystReadsItsTenantAndOnlyWhatIsMeantForAnalysts() throws SQLException {
    try (Connection analyst = DATABASE.login(DigestDatabase.ANALYST)) {
      for (String readable : FOR_ANALYSTS) {
        String tenants = "SELECT DISTINCT tenant_id FROM " + readable;
        setTenant(analyst, "garden");
        assertThat(DigestDatabase.column(analyst, tenants)).as(readable).containsExactly("garden");
        setTenant(analyst, "");
        assertThat(DigestDatabase.column(analyst, tenants)).as(readable).isEmpty();
        assertThatThrownBy(() -> update(analyst, "DELETE FROM " + readable))
            .hasMessageMatching("(?s).*(permission denied|cannot delete from view).*");
      }
      setTenant(analyst, "garden");
      for (String table : TABLES) {
        if (!FOR_ANALYSTS.contains(table)) {
          assertThatThrownBy(() -> tenantsOf(analyst, table))
              .as(table)
              .hasMessageContaining("permission denied");
        }
      }
    }
  }

  @Test
  void maintenanceSeesWhoIsATenantAndNothingElse() throws SQLException {
    String tenants = "SELECT tenant_id FROM digest_tenants ORDER BY 1";
    assertThat(
            DATABASE.column(
                "SELECT policyname || ' ' || cmd || ' ' || roles::text FROM pg_policies"
                    + " WHERE policyname <> 'current_tenant_only'"))
        .containsExactly("maintenance_sees_tenants SELECT {group_digest_maintenance}");
    try (Connection watchman = DATABASE.login(DigestDatabase.MAINTENANCE)) {
      assertThat(DigestDatabase.column(watchman, tenants)).containsExactly("garden", "harbour");
      setTenant(watchman, "garden");
      assertThat(DigestDatabase.column(watchman, tenants)).containsExactly("garden", "harbour");
      assertThatThrownBy(() -> update(watchman, "DELETE FROM digest_tenants"))
          .hasMessageContaining("permission denied");
      for (String table : TABLES) {
        if (!table.equals("digest_tenants")) {
          assertThatThrownBy(() -> tenantsOf(watchman, table))
              .as(table)
              .hasMessageContaining("permission denied");
        }
      }
    }
  }

  @Test
  void whoMaintainsSeesAllTenantsAndReachesTheRowsOfOne() throws SQLException {
    try (Connection caretaker = DATABASE.login(DigestDatabase.CARETAKER)) {
      assertThat(
              DigestDatabase.column(caretaker, "SELECT tenant_id FROM digest_tenants ORDER BY 1"))
          .containsExactly("garden", "harbour");
      assertThat(digests(caretaker)).isEmpty();
      setTenant(caretaker, "garden");
      assertThat(DigestDatabase.column(caretaker, "SELECT DISTINCT tenant_id FROM group_digests"))
          .containsExactly("garden");
      String touch = "UPDATE digest_tenants SET first_seen_at = now() WHERE tenant_id = 'harbour'";
      assertThat(update(caretaker, touch)).isZero();
      assertThat(update(caretaker, "DELETE FROM digest_tenants WHERE tenant_id = 'harbour'"))
          .isZero();
      assertThatThrownBy(
              () -> update(caretaker, "INSERT INTO digest_tenants VALUES ('new', now())"))
          .hasMessageContaining("row-level security");
    }
  }

  @Test
  void aTenantOfATransactionIsGoneAfterItsRollbackOnTheSameConnection() throws SQLException {
    try (Connection connection = DATABASE.login(DigestDatabase.WRITER)) {
      connection.setAutoCommit(false);
      DigestDatabase.column(connection, "SELECT set_config('app.current_tenant', 'garden', true)");
      assertThat(digests(connection)).isNotEmpty();
      connection.rollback();
      assertThat(digests(connection)).isEmpty();
    }
  }

  @Test
  void theWriterReachesNoRowOfAnotherTenant() throws SQLException {
    try (Connection connection = DATABASE.login(DigestDatabase.WRITER)) {
      setTenant(connection, "garden");
      assertThat(
              update(
                  connection,
                  "UPDATE group_digests SET language = 'xx' WHERE tenant_id = 'harbour'"))
          .isZero();
      assertThat(update(connection, "DELETE FROM ingest_ledger WHERE tenant_id = 'harbour'"))
          .isZero();
      assertThatThrownBy(() -> update(connection, "UPDATE ingest_ledger SET tenant_id = 'harbour'"))
          .hasMessageContaining("row-level security");
      assertThatThrownBy(
              () ->
                  update(
                      connection,
                      "INSERT INTO ingest_ledger SELECT 'harbour', 'new', ledger_day, version, received,"
                          + " windowed, duplicate, filtered, filtered_by_reason, late, invalid, deleted,"
                          + " updated_at FROM ingest_ledger"))
          .hasMessageContaining("row-level security");
    }
  }

  @Test
  void aChildCannotHangOnAnotherTenantsDigest() throws SQLException {
    String stranger =
        DATABASE
            .column("SELECT digest_id FROM group_digests WHERE tenant_id = 'harbour' LIMIT 1")
            .get(0);
    try (Connection connection = DATABASE.login(DigestDatabase.WRITER)) {
      setTenant(connection, "garden");
      assertThatThrownBy(
              () ->
                  update(
                      connection,
                      "INSERT INTO group_digest_metrics VALUES ('garden', '"
                          + stranger
                          + "', 'm', 1)"))
          .hasMessageContaining("foreign key");
    }
  }

  @Test
  void nobodyTruncatesAndTheReaderChangesNothing() throws SQLException {
    try (Connection writer = DATABASE.login(DigestDatabase.WRITER)) {
      setTenant(writer, "garden");
      assertThatThrownBy(() -> update(writer, "TRUNCATE ingest_ledger"))
          .hasMessageContaining("permission denied");
      assertThatThrownBy(
              () -> update(writer, "ALTER TABLE ingest_ledger DISABLE ROW LEVEL SECURITY"))
          .hasMessageContaining("must be owner");
    }
    try (Connection owner = DATABASE.login(DigestDatabase.OWNER)) {
      setTenant(owner, "garden");
      for (String table : TABLES) {
        assertThatThrownBy(() -> update(owner, "TRUNCATE " + table + " CASCADE"))
            .hasMessageContaining("permission denied");
      }
    }
    try (Connection reader = DATABASE.login(DigestDatabase.READER)) {
      setTenant(reader, "garden");
      for (String table : TABLES) {
        assertThatThrownBy(() -> update(reader, "DELETE FROM " + table))
            .hasMessageContaining("permission denied");
      }
    }
  }

  @Test
  void whoIsOfNoneOfTheRolesFindsNothingWhateverWasGranted() throws SQLException {
    DATABASE.execute("CREATE ROLE auditor LOGIN PASSWORD '" + DigestDatabase.PASSWORD + "'");
    DATABASE.execute("GRANT SELECT ON ingest_ledger TO auditor");
    try (Connection auditor = DATABASE.login("auditor")) {
      setTenant(auditor, "garden");
      assertThat(DigestDatabase.column(auditor, "SELECT tenant_id FROM ingest_ledger")).isEmpty();
    }
  }

  @Test
  void noRoleOfOursBypassesRowSecurityOrLogsIn() throws SQLException {
    assertThat(
            DATABASE.column(
                "SELECT rolname FROM pg_roles WHERE rolname LIKE 'group_digest_%'"
                    + " AND (rolbypassrls OR rolsuper OR rolcanlogin OR rolcreaterole)"))
        .isEmpty();
  }

  @Test
  void anEmptyTenantCannotBeWritten() throws SQLException {
    try (Connection connection = DATABASE.login(DigestDatabase.WRITER)) {
      setTenant(connection, "");
      assertThatThrownBy(
              () -> update(connection, "INSERT INTO group_digest_metrics VALUES ('', 'd', 'm', 1)"))
          .hasMessageContaining("digest_key");
    }
  }

  @Test
  void aUserWhoMayOnlyCreateRolesCanMigrateAndASecondDatabaseSharesTheRoles() throws Exception {
    try (EmbeddedPostgres server = EmbeddedPostgres.builder().start()) {
      String base = "jdbc:postgresql://localhost:" + server.getPort() + "/";
      try (Connection admin = DriverManager.getConnection(base + "postgres", "postgres", "");
          Statement statement = admin.createStatement()) {
        statement.execute("CREATE ROLE migrator LOGIN CREATEROLE PASSWORD 'm'");
        statement.execute("CREATE DATABASE one OWNER migrator");
        statement.execute("CREATE DATABASE two OWNER migrator");
      }
      int migrations = Migrations.run(base + "one", "migrator", "m", DigestDatabase.MIGRATIONS);
      assertThat(migrations).isEqualTo(9);
      assertThat(Migrations.run(base + "two", "migrator", "m", DigestDatabase.MIGRATIONS))
          .isEqualTo(migrations);
      assertThat(Migrations.run(base + "two", "migrator", "m", DigestDatabase.MIGRATIONS)).isZero();
    }
  }

  @Test
  void onSupabaseTheSignedInUserReadsItsOwnRowsAndWritesNone() throws Exception {
    try (DigestDatabase supabase = new DigestDatabase()) {
      try (Connection admin = supabase.superuser()) {
        update(admin, "CREATE SCHEMA auth");
        update(admin, "CREATE ROLE authenticated NOLOGIN");
        update(admin, "GRANT USAGE ON SCHEMA auth, public TO authenticated");
        update(admin, "GRANT ALL ON ALL TABLES IN SCHEMA public TO authenticated");
        update(
            admin,
            "CREATE FUNCTION auth.uid() RETURNS uuid LANGUAGE sql STABLE"
                + " AS $$ SELECT nullif(current_setting('request.sub', true), '')::uuid $$");
        PostgresRoles.ensureLogin(admin, "browser", DigestDatabase.PASSWORD, "authenticated");
        String user = "00000000-0000-4000-8000-00000000000a";
        update(
            admin,
            "INSERT INTO ingest_ledger VALUES ('"
                + user
                + "', 'g', '2026-03-02', 1, 1, 1, 0, 0, '{}', 0, 0, 0, now()),"
                + " ('other', 'g', '2026-03-02', 1, 1, 1, 0, 0, '{}', 0, 0, 0, now())");
        Migrations.run(
            supabase.url(),
            "postgres",
            "postgres",
            DigestDatabase.MIGRATIONS,
            "classpath:db/postgres/supabase");
        try (Connection browser = supabase.login("browser")) {
          String tenants = "SELECT tenant_id FROM ingest_ledger";
          assertThat(DigestDatabase.column(browser, tenants)).isEmpty();
          update(browser, "SET request.sub = '" + user + "'");
          assertThat(DigestDatabase.column(browser, tenants)).containsExactly(user);
          setTenant(browser, "other");
          assertThat(DigestDatabase.column(browser, tenants)).containsExactly(user);
          for (String table : TABLES) {
            assertThat(tenantsOf(browser, table)).as(table).doesNotContain("other");
          }
          assertThat(tenantsOf(browser, "digest_usage_by_day")).isEmpty();
          assertThatThrownBy(() -> update(browser, "DELETE FROM ingest_ledger"))
              .hasMessageContaining("permission denied");
          assertThatThrownBy(() -> update(browser, "TRUNCATE ingest_ledger"))
              .hasMessageContaining("permission denied");
        }
      }
    }
  }

  private static List<String> digests(Connection connection) throws SQLException {
    return DigestDatabase.column(connection, "SELECT digest_id FROM group_digests");
  }

  private static List<String> tenantsOf(Connection connection, String table) throws SQLException {
    return DigestDatabase.column(connection, "SELECT tenant_id FROM " + table);
  }

  private static void setTenant(Connection connection, String tenant) throws SQLException {
    String set = "SELECT set_config('app.current_tenant', ?, false)";
    try (PreparedStatement statement = connection.prepareStatement(set)) {
      statement.setString(1, tenant);
      statement.execute();
    }
  }

  private static int update(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return statement.executeUpdate(sql);
    }
  }
}
