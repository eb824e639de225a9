package org.groupdigest.job.local;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.groupdigest.connectors.kafka.TopicSpec;
import org.groupdigest.connectors.kafka.Topics;
import org.groupdigest.connectors.postgres.Migrations;
import org.groupdigest.connectors.postgres.PostgresRoles;
import org.groupdigest.job.app.Endpoints;
import org.groupdigest.localstack.LocalPostgres;
import org.groupdigest.localstack.LocalStack;
import org.groupdigest.localstack.Progress;

/**
 * Kafka, Postgres and Redis on this machine, made ready for the job: topics, tables, a login user
 * that has the writer's rights and no more, and {@code digest_maintenance}, which has the same
 * password and also sees who is a tenant.
 */
public final class LocalPlatform implements AutoCloseable {

  /** Where the migrations are on the class path. */
  public static final String MIGRATIONS = "classpath:db/postgres/migrations";

  private static final String WRITER_ROLE = "group_digest_writer";
  private static final String MAINTENANCE_ROLE = "group_digest_maintenance";
  private static final String USER = "digest_job";
  private static final String MAINTENANCE_USER = "digest_maintenance";
  private static final String PASSWORD = "local-only";

  private final LocalStack stack;
  private final Endpoints endpoints;

  private LocalPlatform(LocalStack stack, Endpoints endpoints) {
    this.stack = stack;
    this.endpoints = endpoints;
  }

  /**
   * Starts the servers and prepares them.
   *
   * @param folder where data and logs go
   * @param topics topics to make
   * @param progress hears of each step
   */
  public static LocalPlatform start(Path folder, List<TopicSpec> topics, Progress progress) {
    LocalStack stack =
        LocalStack.builder().folder(folder).progress(progress).shutdownHook(false).start();
    try {
      String url = stack.postgres().jdbcUrl();
      Migrations.run(url, LocalPostgres.SUPERUSER, "", MIGRATIONS);
      addLogins(url);
      Topics.ensure(stack.kafka().bootstrapServers(), topics);
      return new LocalPlatform(
          stack,
          new Endpoints(
              stack.kafka().bootstrapServers(), url, USER, PASSWORD, stack.redis().uri()));
    } catch (RuntimeException | SQLException e) {
      stack.close();
      throw new IllegalStateException("the local servers could not be prepared", e);
    }
  }

  private static void addLogins(String url) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url, LocalPostgres.SUPERUSER, "")) {
      PostgresRoles.ensureLogin(connection, USER, PASSWORD, WRITER_ROLE);
      PostgresRoles.ensureLogin(connection, MAINTENANCE_USER, PASSWORD, WRITER_ROLE);
      PostgresRoles.ensureLogin(connection, MAINTENANCE_USER, PASSWORD, MAINTENANCE_ROLE);
    }
  }

  /** Where the servers are and who the job is. */
  public Endpoints endpoints() {
    return endpoints;
  }

  /** The servers themselves. */
  public LocalStack stack() {
    return stack;
  }

  @Override
  public void close() {
    stack.close();
  }
}
