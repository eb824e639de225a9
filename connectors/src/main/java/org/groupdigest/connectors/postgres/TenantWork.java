package org.groupdigest.connectors.postgres;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * What is done in one transaction of one tenant.
 *
 * @param <T> what it gives
 */
@FunctionalInterface
public interface TenantWork<T> {
  /** Uses the connection; neither commits, rolls back nor closes it, nor sets another tenant. */
  T run(Connection connection) throws SQLException;
}
