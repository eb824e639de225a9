package org.groupdigest.connectors.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;

/** A server with one table of notes under row-level security, and a writer that may log in. */
final class NotesDatabase implements AutoCloseable {
  static final String WRITER = "it's \"the\" writer";
  static final String PASSWORD = "p'w \\ \"q\"";

  private final EmbeddedPostgres server;

  NotesDatabase() {
    try {
      server = EmbeddedPostgres.builder().start();
      Migrations.run(url(), "postgres", "postgres", "classpath:db/notes");
      try (Connection admin = admin()) {
        PostgresRoles.ensureLogin(admin, WRITER, PASSWORD, "notes_writer");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  String url() {
    return server.getJdbcUrl("postgres", "postgres");
  }

  Connection admin() throws SQLException {
    return server.getPostgresDatabase().getConnection();
  }

  PostgresConfig config() {
    // The URL of the embedded server names its superuser, which would win over the config's.
    String withoutUser = url().replaceFirst("\\?.*", "");
    return PostgresConfig.of(withoutUser, WRITER, PASSWORD);
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
