package org.groupdigest.job.demo;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.groupdigest.job.app.Endpoints;

/** Shows what the stores hold after the demo, as the job's own user sees it for the tenant. */
public final class DemoSummary {

  private static final String[] TABLES = {
    "group_conversation_windows",
    "group_digests",
    "group_digest_topics",
    "group_digest_participants",
    "group_digest_stage_artifacts",
    "digest_delivery_log",
  };

  private static final String LEDGER =
      "SELECT group_id, sum(received), sum(windowed), sum(duplicate), sum(filtered),"
          + " sum(late), sum(invalid), sum(deleted) FROM ingest_ledger GROUP BY group_id"
          + " ORDER BY group_id";

  private final Endpoints endpoints;
  private final PrintWriter err;

  /**
   * @param endpoints where Postgres is
   * @param err where the lines go
   */
  public DemoSummary(Endpoints endpoints, PrintWriter err) {
    this.endpoints = endpoints;
    this.err = err;
  }

  /** Prints row counts and the ledger. */
  public void print() throws SQLException {
    Properties login = new Properties();
    login.setProperty("user", endpoints.postgresUser());
    login.setProperty("password", endpoints.postgresPassword());
    try (Connection connection = DriverManager.getConnection(endpoints.postgresUrl(), login);
        Statement statement = connection.createStatement()) {
      statement.execute("SET app.current_tenant = '" + SampleChat.TENANT + "'");
      err.println();
      err.println("Rows in Postgres, for tenant " + SampleChat.TENANT + ":");
      for (String table : TABLES) {
        err.printf("  %-32s %,8d%n", table, count(statement, table));
      }
      ledger(statement);
      err.flush();
    }
  }

  private static long count(Statement statement, String table) throws SQLException {
    try (ResultSet rows = statement.executeQuery("SELECT count(*) FROM " + table)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private void ledger(Statement statement) throws SQLException {
    err.println("Ledger, which must add up:");
    try (ResultSet rows = statement.executeQuery(LEDGER)) {
      while (rows.next()) {
        err.printf(
            "  %s: %,d received = %,d windowed + %,d duplicate + %,d filtered + %,d late + %,d"
                + " invalid + %,d deleted%n",
            rows.getString(1),
            rows.getLong(2),
            rows.getLong(3),
            rows.getLong(4),
            rows.getLong(5),
            rows.getLong(6),
            rows.getLong(7),
            rows.getLong(8));
      }
    }
  }
}
