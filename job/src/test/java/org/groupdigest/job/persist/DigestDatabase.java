package org.groupdigest.job.persist;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.groupdigest.connectors.postgres.AsyncTenantTransactions;
import org.groupdigest.connectors.postgres.Migrations;
import org.groupdigest.connectors.postgres.PostgresConfig;
import org.groupdigest.connectors.postgres.PostgresRoles;

/** A migrated server with a login user for each role; closing stops it. */
public final class DigestDatabase implements AutoCloseable {
  public static final String MIGRATIONS = "classpath:db/postgres/migrations";
  public static final String WRITER = "job";
  public static final String READER = "analyst";
  public static final String OWNER = "keeper";
  public static final String ANALYST = "researcher";

  /** Sees who is a tenant, and nothing else. */
  public static final String MAINTENANCE = "watchman";

  /** What maintenance logs in as: sees who is a tenant, and works as a writer. */
  public static final String CARETAKER = "caretaker";

  public static final String PASSWORD = "let me in";

  static final List<String> TABLES =
      List.of(
          "group_conversation_windows",
          "group_digests",
          "group_digest_topics",
          "group_digest_participants",
          "group_digest_metrics",
          "group_digest_stage_artifacts",
          "digest_delivery_log",
          "digest_review_queue",
          "ingest_ledger",
          "digest_paid_calls",
          "group_digest_messages",
          "group_erasures",
          "digest_removals",
          "digest_tenants");

  private final EmbeddedPostgres server;

  public DigestDatabase() {
    try {
      server = EmbeddedPostgres.builder().start();
      Migrations.run(url(), "postgres", "postgres", MIGRATIONS);
      try (Connection admin = superuser()) {
        PostgresRoles.ensureLogin(admin, WRITER, PASSWORD, "group_digest_writer");
        PostgresRoles.ensureLogin(admin, READER, PASSWORD, "group_digest_reader");
        PostgresRoles.ensureLogin(admin, OWNER, PASSWORD, "group_digest_owner");
        PostgresRoles.ensureLogin(admin, ANALYST, PASSWORD, "group_digest_analyst");
        PostgresRoles.ensureLogin(admin, MAINTENANCE, PASSWORD, "group_digest_maintenance");
        PostgresRoles.ensureLogin(admin, CARETAKER, PASSWORD, "group_digest_maintenance");
        PostgresRoles.ensureLogin(admin, CARETAKER, PASSWORD, "group_digest_writer");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** URL without a user. */
  public String url() {
    return "jdbc:postgresql://localhost:" + server.getPort() + "/postgres";
  }

  public Connection superuser() throws SQLException {
    return DriverManager.getConnection(url(), "postgres", "postgres");
  }

  public Connection login(String user) throws SQLException {
    return DriverManager.getConnection(url(), user, PASSWORD);
  }

  public AsyncTenantTransactions writer() {
    return AsyncTenantTransactions.open(PostgresConfig.of(url(), WRITER, PASSWORD));
  }

  /** All rows of all tables as the superuser sees them, as text. */
  Map<String, List<String>> dump() throws SQLException {
    Map<String, List<String>> dump = new LinkedHashMap<>();
    try (Connection connection = superuser()) {
      for (String table : TABLES) {
        dump.put(table, column(connection, "SELECT t::text FROM " + table + " t ORDER BY 1"));
      }
    }
    return dump;
  }

  /** The first column of a query's rows, as text. */
  static List<String> column(Connection connection, String sql) throws SQLException {
    List<String> values = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }

  List<String> column(String sql) throws SQLException {
    try (Connection connection = superuser()) {
      return column(connection, sql);
    }
  }

  void execute(String sql) throws SQLException {
    try (Connection connection = superuser();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  void clear() throws SQLException {
    execute("TRUNCATE " + String.join(", ", TABLES));
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
