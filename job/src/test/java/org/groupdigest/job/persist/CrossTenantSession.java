package org.groupdigest.job.persist;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** One connection of a role that serves one try after another, and knows whose tenant it has. */
final class CrossTenantSession implements AutoCloseable {
  private static final String LOCAL = "SELECT set_config('app.current_tenant', ?, true)";
  private static final String LASTING = "SELECT set_config('app.current_tenant', ?, false)";
  private static final Pattern PLACEHOLDER =
      Pattern.compile("(?<!:):(other|me|row|mine)\\b", Pattern.UNICODE_CHARACTER_CLASS);

  private final Connection connection;
  private String lasting = "";

  /** Takes over a connection. */
  CrossTenantSession(Connection connection) throws SQLException {
    this.connection = connection;
    connection.setAutoCommit(false);
    // Statements are prepared on the server at once, so that plans are used again by other tenants.
    connection.unwrap(PGConnection.class).setPrepareThreshold(1);
    run(
        "CREATE FUNCTION pg_temp.tell(seen text, wanted text) RETURNS boolean"
            + " LANGUAGE plpgsql COST 0.0001 AS $$ BEGIN"
            + " IF seen = wanted THEN RAISE EXCEPTION 'seen'; END IF; RETURN true; END $$");
    connection.commit();
  }

  /**
   * Brings the connection into a state.
   *
   * @return the tenant whose rows, and no others, it may reach now; empty when none
   */
  String arrange(CrossTenantSetting setting, String me, String other, String lookalike)
      throws SQLException {
    switch (setting) {
      case FRESH -> {}
      case TRANSACTION -> set(LOCAL, me);
      case SESSION -> setLasting(me);
      case REUSED -> {
        setLasting(other);
        set(LOCAL, me);
      }
      case EMPTY -> setLasting("");
      case RESET -> reset();
      case AFTER_ROLLBACK -> {
        set(LASTING, other);
        connection.rollback();
      }
      case AFTER_COMMIT -> {
        set(LOCAL, other);
        connection.commit();
      }
      case AFTER_FAILURE -> {
        set(LOCAL, other);
        fail();
      }
      case AFTER_SAVEPOINT -> {
        set(LOCAL, me);
        Savepoint mine = connection.setSavepoint();
        set(LOCAL, other);
        connection.rollback(mine);
      }
      case LOOKALIKE -> set(LOCAL, lookalike);
      case ROW_SECURITY_OFF -> {
        set(LOCAL, me);
        run("SET LOCAL row_security = off");
      }
    }
    return switch (setting) {
      case TRANSACTION, REUSED, AFTER_SAVEPOINT, ROW_SECURITY_OFF -> me;
      case LOOKALIKE -> lookalike;
      default -> lasting;
    };
  }

  /** What the session is set to between transactions, empty when to nothing. */
  String lasting() {
    return lasting;
  }

  /** Gives the tenants of the rows reached, the other's for each row changed without telling. */
  List<String> run(CrossTenantTry one) throws SQLException, IOException {
    String sql = one.operation().sql.replace("$t", one.table()).replace("$k", one.key());
    if (one.operation().kind == CrossTenantOperation.Kind.COPY) {
      return copy(literal(sql, one));
    }
    if (one.literal()) {
      try (Statement statement = connection.createStatement()) {
        return reached(statement, statement.execute(literal(sql, one)), one);
      }
    }
    try (PreparedStatement statement =
        connection.prepareStatement(PLACEHOLDER.matcher(sql).replaceAll("?"))) {
      Matcher placeholders = PLACEHOLDER.matcher(sql);
      for (int i = 1; placeholders.find(); i++) {
        statement.setString(i, one.value(placeholders.group(1)));
      }
      return reached(statement, statement.execute(), one);
    }
  }

  /** Ends the transaction. */
  void end(boolean commit) throws SQLException {
    if (commit) {
      connection.commit();
    } else {
      connection.rollback();
    }
  }

  private static List<String> reached(Statement statement, boolean hasRows, CrossTenantTry one)
      throws SQLException {
    List<String> tenants = new ArrayList<>();
    if (!hasRows) {
      for (int row = 0; row < statement.getUpdateCount(); row++) {
        tenants.add(one.other());
      }
      return tenants;
    }
    try (ResultSet rows = statement.getResultSet()) {
      while (rows.next()) {
        tenants.add(rows.getString(1));
      }
    }
    return tenants;
  }

  private List<String> copy(String sql) throws SQLException, IOException {
    CopyManager copying = connection.unwrap(PGConnection.class).getCopyAPI();
    if (sql.contains("FROM STDIN")) {
      copying.copyIn(sql, new StringReader("x\n"));
      return List.of();
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    copying.copyOut(sql, bytes);
    return bytes
        .toString(StandardCharsets.UTF_8)
        .lines()
        .map(line -> line.substring(1, line.length() - 1).replace("\"\"", "\""))
        .toList();
  }

  private static String literal(String sql, CrossTenantTry one) {
    return PLACEHOLDER
        .matcher(sql)
        .replaceAll(
            found ->
                Matcher.quoteReplacement("'" + one.value(found.group(1)).replace("'", "''") + "'"));
  }

  private void setLasting(String tenant) throws SQLException {
    set(LASTING, tenant);
    connection.commit();
    lasting = tenant;
  }

  private void reset() throws SQLException {
    run("RESET app.current_tenant");
    connection.commit();
    lasting = "";
  }

  private void fail() throws SQLException {
    try {
      run("SELECT 1 / 0");
    } catch (SQLException expected) {
      connection.rollback();
    }
  }

  private void set(String sql, String tenant) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, tenant);
      statement.execute();
    }
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
