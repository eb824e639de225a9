package org.groupdigest.connectors.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;

/** Login users for the group roles that migrations create. For local stacks and set-up scripts. */
public final class PostgresRoles {
  private PostgresRoles() {}

  /**
   * Makes sure that a login user exists, has this password and is a member of a group role. The
   * password is hashed here: it reaches neither the server's log nor its catalog.
   *
   * @param connection of a user that may create roles, in auto-commit mode
   * @param user name of the login user
   * @param password its password
   * @param groupRole role whose rights it gets
   */
  public static void ensureLogin(
      Connection connection, String user, String password, String groupRole) throws SQLException {
    if (!exists(connection, user)) {
      run(connection, "SELECT format('CREATE ROLE %I LOGIN NOBYPASSRLS', ?::text)", user);
    }
    connection
        .unwrap(PGConnection.class)
        .alterUserPassword(user, password.toCharArray(), "scram-sha-256");
    run(connection, "SELECT format('GRANT %I TO %I', ?::text, ?::text)", groupRole, user);
  }

  private static boolean exists(Connection connection, String role) throws SQLException {
    String query = "SELECT FROM pg_roles WHERE rolname = ?";
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, role);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next();
      }
    }
  }

  /** Roles cannot be parameters of a statement: the server quotes them into one. */
  private static void run(Connection connection, String format, String... names)
      throws SQLException {
    String statement;
    try (PreparedStatement quoting = connection.prepareStatement(format)) {
      for (int i = 0; i < names.length; i++) {
        quoting.setString(i + 1, names[i]);
      }
      try (ResultSet row = quoting.executeQuery()) {
        row.next();
        statement = row.getString(1);
      }
    }
    try (Statement run = connection.createStatement()) {
      run.execute(statement);
    }
  }
}
