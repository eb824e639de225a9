package org.groupdigest.connectors.postgres;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.output.MigrateResult;

/** Brings a database to the newest schema with Flyway. */
public final class Migrations {
  private Migrations() {}

  /**
   * Runs what has not run yet. Concurrent calls wait for each other; a database that is up to date
   * is left alone.
   *
   * @param url JDBC URL
   * @param user login user that may create roles, and tables in the schema
   * @param password its password
   * @param locations where the migrations are, such as {@code classpath:db/postgres/migrations}
   * @return how many ran
   * @throws FlywayException when a migration fails or an applied one was changed
   */
  public static int run(String url, String user, String password, String... locations) {
    MigrateResult result =
        Flyway.configure(Migrations.class.getClassLoader())
            .dataSource(url, user, password)
            .locations(locations)
            .failOnMissingLocations(true)
            .validateMigrationNaming(true)
            .load()
            .migrate();
    return result.migrationsExecuted;
  }
}
