package org.groupdigest.job.maintain;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import org.groupdigest.connectors.postgres.PostgresConfig;
import org.groupdigest.connectors.postgres.Sql;

/**
 * A connection of no tenant, held while maintenance runs: it sees who is a tenant and nothing else,
 * and has the lock that keeps a second run away. The lock goes with the connection, however that
 * ends.
 */
public final class MaintenanceSession implements AutoCloseable {
  private static final String ROLE = "group_digest_maintenance";

  /** One lock a schema; the number is nobody else's. */
  private static final String LOCK =
      "SELECT pg_try_advisory_lock("
          + "hashtextextended('group-digest maintenance ' || current_schema(), 0)) AS got";

  private static final String MAY =
      "SELECT EXISTS (SELECT FROM pg_roles"
          + " WHERE rolname = ? AND pg_has_role(current_user, oid, 'USAGE')) AS may";

  private static final String TENANTS = "SELECT tenant_id FROM digest_tenants ORDER BY tenant_id";

  private final Connection connection;

  private MaintenanceSession(Connection connection) {
    this.connection = connection;
  }

  /**
   * Connects.
   *
   * @throws StepFailure when Postgres refuses
   */
  public static MaintenanceSession open(PostgresConfig config) {
    Properties properties = new Properties();
    properties.setProperty("user", config.user());
    properties.setProperty("password", config.password());
    properties.setProperty("loginTimeout", Long.toString(config.connectTimeout().toSeconds()));
    properties.setProperty("tcpKeepAlive", "true");
    properties.setProperty("logServerErrorDetail", "false");
    try {
      return new MaintenanceSession(DriverManager.getConnection(config.url(), properties));
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /** Whether no other run is on; from now on no other will be. */
  public boolean lock() {
    return ask(LOCK, "got");
  }

  /**
   * All tenants, in order.
   *
   * @throws StepFailure {@code not_maintenance} for a login that would see none of them
   */
  public List<String> tenants() {
    if (!ask(MAY, "may", ROLE)) {
      throw new StepFailure("not_maintenance");
    }
    try {
      return new Sql(connection).query(TENANTS, row -> row.getString("tenant_id"));
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  private boolean ask(String query, String column, Object... parameters) {
    try {
      return new Sql(connection).query(query, row -> row.getBoolean(column), parameters).get(0);
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /** The state alone: the driver's text names hosts and users. */
  private static StepFailure failure(SQLException e) {
    return new StepFailure(
        "postgres_sqlstate_" + (e.getSQLState() == null ? "none" : e.getSQLState()));
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException ignored) {
      // Then it is gone already, and the lock with it.
    }
  }
}
