package org.groupdigest.job.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.groupdigest.job.local.LocalPlatform;
import org.groupdigest.job.local.TopicFile;
import org.groupdigest.localstack.LocalPostgres;
import org.groupdigest.localstack.Progress;

/** Kafka, Postgres and Redis of the job tests, started once, with their data in a folder. */
final class TestServers implements AutoCloseable {

  static final String PII_KEY = "a secret for tests only";

  private final Path folder;
  private final LocalPlatform platform;

  TestServers() throws IOException {
    folder = Files.createTempDirectory("digest-job-tests");
    platform =
        LocalPlatform.start(
            folder.resolve("servers"),
            TopicFile.read(Path.of("..", "flink-conf", "topics.txt")),
            Progress.silent());
  }

  Endpoints endpoints() {
    return platform.endpoints();
  }

  /** A new folder for a test. */
  Path folder(String name) throws IOException {
    return Files.createDirectories(folder.resolve(name));
  }

  /** Rows of a query as the superuser sees them, every column as text. */
  List<List<String>> rows(String sql) throws SQLException {
    List<List<String>> all = new ArrayList<>();
    try (Connection connection =
            DriverManager.getConnection(endpoints().postgresUrl(), LocalPostgres.SUPERUSER, "");
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          row.add(rows.getString(i));
        }
        all.add(row);
      }
    }
    return all;
  }

  /** The ledger of a tenant, all its groups and days together. */
  Ledger ledger(String tenant) throws SQLException {
    List<Long> sums =
        rows(
                "SELECT coalesce(sum(received), 0), coalesce(sum(windowed), 0),"
                    + " coalesce(sum(duplicate), 0), coalesce(sum(filtered), 0),"
                    + " coalesce(sum(late), 0), coalesce(sum(invalid), 0), coalesce(sum(deleted), 0)"
                    + " FROM ingest_ledger WHERE tenant_id = '"
                    + tenant
                    + "'")
            .get(0)
            .stream()
            .map(Long::valueOf)
            .toList();
    return new Ledger(
        sums.get(0), sums.get(1), sums.get(2), sums.get(3), sums.get(4), sums.get(5), sums.get(6));
  }

  /** What became of so many records. */
  record Ledger(
      long received,
      long windowed,
      long duplicate,
      long filtered,
      long late,
      long invalid,
      long deleted) {

    long accountedFor() {
      return windowed + duplicate + filtered + late + invalid + deleted;
    }
  }

  @Override
  public void close() throws IOException {
    platform.close();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
