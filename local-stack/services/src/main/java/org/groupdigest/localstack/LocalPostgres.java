package org.groupdigest.localstack;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A Postgres 17 server on loopback with a database {@value #DATABASE}. Whoever can reach the port
 * may connect as any role without a password; it does not wait for the disk, so a power failure may
 * cost its data.
 */
public final class LocalPostgres implements LocalService {

  /** The database of the product. */
  public static final String DATABASE = "digest";

  /** The role that owns the database and may do anything. */
  public static final String SUPERUSER = "postgres";

  private static final Duration START_LIMIT = Duration.ofSeconds(60);

  private final EmbeddedPostgres server;
  private final OrphanWatch watch;

  private LocalPostgres(EmbeddedPostgres server, OrphanWatch watch) {
    this.server = server;
    this.watch = watch;
  }

  /**
   * Starts a server, makes the database if it is not there, and runs the caller's statements in it.
   *
   * @param folder for its log and data; data of an earlier run is used again
   * @param wantedPort 0 for any free one
   * @param setUp statements for the superuser, run at every start
   * @throws LocalStackException when it cannot start
   */
  static LocalPostgres start(Path folder, Ports ports, int wantedPort, List<String> setUp) {
    return uninterrupted(() -> startHere(folder, ports, wantedPort, setUp));
  }

  /**
   * Runs the start in a thread that nobody interrupts: cut off between the launch of the server and
   * the note of its process id, it would leave a server that nobody stops.
   */
  private static LocalPostgres uninterrupted(Supplier<LocalPostgres> start) {
    try {
      return CompletableFuture.supplyAsync(start, LocalPostgres::inOwnThread).join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof LocalStackException known ? known : e;
    }
  }

  private static void inOwnThread(Runnable start) {
    Thread thread = new Thread(start, "local-postgres-start");
    thread.setDaemon(true);
    thread.start();
  }

  private static LocalPostgres startHere(
      Path folder, Ports ports, int wantedPort, List<String> setUp) {
    Layout layout = new Layout(Folders.make(folder));
    Leftover.clear(layout.pidFile(), layout.home());
    layout.removeUnfinishedData();
    int port = ports.claim(Service.POSTGRES, wantedPort);
    EmbeddedPostgres server = launch(layout, port);
    LocalPostgres postgres =
        new LocalPostgres(server, OrphanWatch.over(layout.pid(), layout.log()));
    try {
      postgres.prepare(setUp);
      layout.markComplete();
      return postgres;
    } catch (SQLException | IOException e) {
      postgres.close();
      throw didNotStart("its database could not be prepared", layout, e);
    }
  }

  /** The files of one server. A data folder counts only once a start has come to its end. */
  private record Layout(Path home) {

    Path data() {
      return home.resolve("data");
    }

    Path log() {
      return home.resolve("postgres.log");
    }

    Path pidFile() {
      return data().resolve("postmaster.pid");
    }

    private Path completeMark() {
      return home.resolve("complete");
    }

    void removeUnfinishedData() {
      if (!Files.exists(completeMark())) {
        Folders.remove(data());
      }
    }

    void markComplete() throws IOException {
      Files.writeString(completeMark(), "Without this file the data folder is made anew.\n");
    }

    long pid() {
      try (Stream<String> lines = Files.lines(pidFile())) {
        return lines.findFirst().map(String::strip).map(Long::parseLong).orElseThrow();
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read " + pidFile(), e);
      }
    }
  }

  private static EmbeddedPostgres launch(Layout layout, int port) {
    Redirect output = Redirect.appendTo(layout.log().toFile());
    try {
      return EmbeddedPostgres.builder()
          .setOverrideWorkingDirectory(Folders.make(Folders.cache().resolve("postgres")).toFile())
          .setDataDirectory(layout.data())
          .setCleanDataDirectory(false)
          .setRegisterShutdownHook(false)
          .setPort(port)
          .setPGStartupWait(START_LIMIT)
          .setOutputRedirector(output)
          .setErrorRedirector(output)
          .setLocaleConfig("locale", "C")
          .setLocaleConfig("locale-provider", "builtin")
          .setLocaleConfig("builtin-locale", "C.UTF-8")
          .setServerConfig("listen_addresses", Loopback.HOST)
          .setServerConfig("unix_socket_directories", "")
          .setServerConfig("timezone", "UTC")
          .setServerConfig("shared_buffers", "64MB")
          .start();
    } catch (IOException | RuntimeException e) {
      Leftover.clear(layout.pidFile(), layout.home());
      throw didNotStart("the server ended", layout, e);
    }
  }

  private static LocalStackException didNotStart(String why, Layout layout, Exception cause) {
    return LocalStackException.didNotStart(Service.POSTGRES, why, layout.log(), cause);
  }

  private void prepare(List<String> setUp) throws SQLException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      if (!exists(statement)) {
        statement.execute("CREATE DATABASE " + DATABASE);
      }
    }
    try (Connection connection = server.getDatabase(SUPERUSER, DATABASE).getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : setUp) {
        statement.execute(sql);
      }
    }
  }

  private static boolean exists(Statement statement) throws SQLException {
    try (ResultSet rows =
        statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + DATABASE + "'")) {
      return rows.next();
    }
  }

  /** JDBC URL of the database {@value #DATABASE}; the user is given beside it. */
  public String jdbcUrl() {
    return "jdbc:postgresql://" + Loopback.HOST + ":" + port() + "/" + DATABASE;
  }

  @Override
  public Service service() {
    return Service.POSTGRES;
  }

  @Override
  public int port() {
    return server.getPort();
  }

  @Override
  public Map<String, String> endpoints() {
    Map<String, String> endpoints = new LinkedHashMap<>();
    endpoints.put("jdbc_url", jdbcUrl());
    endpoints.put("user", SUPERUSER);
    return endpoints;
  }

  @Override
  public void close() {
    try {
      server.close();
      watch.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot stop Postgres", e);
    }
  }
}
