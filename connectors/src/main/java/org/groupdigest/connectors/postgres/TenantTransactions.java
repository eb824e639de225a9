package org.groupdigest.connectors.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * Transactions that see and write the rows of exactly one tenant. The tenant is set for the
 * transaction alone ({@code set_config(..., true)}), so that a pooled connection carries nothing
 * over. Blocks; see {@link AsyncTenantTransactions} for task threads.
 */
public final class TenantTransactions implements AutoCloseable {
  private static final String BEGIN =
      "SELECT set_config('app.current_tenant', ?, true), set_config('statement_timeout', ?, true)";

  private final DataSource connections;
  private final Duration statementTimeout;

  TenantTransactions(DataSource connections, Duration statementTimeout) {
    this.connections = connections;
    this.statementTimeout = statementTimeout;
  }

  /** Opens a pool; succeeds while the database is down, the first transaction then fails. */
  public static TenantTransactions open(PostgresConfig config) {
    HikariConfig pool = new HikariConfig();
    pool.setPoolName("postgres-" + config.user());
    pool.setJdbcUrl(config.url());
    pool.setUsername(config.user());
    pool.setPassword(config.password());
    pool.setMaximumPoolSize(config.poolSize());
    pool.setMinimumIdle(0);
    pool.setAutoCommit(false);
    pool.setConnectionTimeout(Math.max(250, config.connectTimeout().toMillis()));
    pool.setInitializationFailTimeout(-1);
    pool.addDataSourceProperty("logServerErrorDetail", "false");
    pool.addDataSourceProperty("reWriteBatchedInserts", "true");
    pool.addDataSourceProperty("tcpKeepAlive", "true");
    return new TenantTransactions(new HikariDataSource(pool), config.statementTimeout());
  }

  /**
   * Runs work in one transaction of a tenant and commits it; whatever it throws rolls back. Nothing
   * is retried.
   *
   * @throws PostgresException when there is no tenant or it has characters that Postgres cannot
   *     keep ({@code no_tenant}), or the database refuses
   */
  public <T> T inTenant(String tenantId, TenantWork<T> work) {
    if (tenantId == null || tenantId.isEmpty() || !isSentAsItIs(tenantId)) {
      throw new PostgresException("no_tenant", false);
    }
    try (Connection connection = connections.getConnection()) {
      return inTransaction(connection, tenantId, work);
    } catch (SQLException e) {
      throw PostgresException.of(e);
    }
  }

  /** The driver sends half a surrogate pair as a question mark, which may be another tenant. */
  private static boolean isSentAsItIs(String tenantId) {
    return tenantId.equals(PostgresText.storable(tenantId));
  }

  private <T> T inTransaction(Connection connection, String tenantId, TenantWork<T> work)
      throws SQLException {
    boolean committed = false;
    try {
      setTenant(connection, tenantId);
      T result = work.run(connection);
      connection.commit();
      committed = true;
      return result;
    } finally {
      if (!committed) {
        rollBack(connection);
      }
    }
  }

  private void setTenant(Connection connection, String tenantId) throws SQLException {
    try (PreparedStatement begin = connection.prepareStatement(BEGIN)) {
      begin.setString(1, tenantId);
      begin.setString(2, Long.toString(statementTimeout.toMillis()));
      begin.execute();
    }
  }

  private static void rollBack(Connection connection) {
    try {
      connection.rollback();
    } catch (SQLException ignored) {
      // The first failure is the one to report, and a connection that cannot roll back is dead:
      // the pool evicts it, and the server ends its transaction.
    }
  }

  /** Closes the pool. */
  @Override
  public void close() {
    if (connections instanceof HikariDataSource pool) {
      pool.close();
    }
  }
}
