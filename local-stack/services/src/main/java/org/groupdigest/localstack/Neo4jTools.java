package org.groupdigest.localstack;

import java.nio.file.Path;
import java.util.List;

/**
 * Command lines of the graph server's programs.
 *
 * @param java runs them
 * @param home folder with the server's {@code conf} and {@code data}
 */
record Neo4jTools(ServerJava java, Path home) {

  private static final List<String> SHORT_LIVED = List.of("-Xmx128m");

  // A small heap for small graphs; the packages are those that the server's own scripts open.
  private static final List<String> SERVER =
      List.of(
          "-Xmx384m",
          "-Xms64m",
          "--add-opens=java.base/java.nio=ALL-UNNAMED",
          "--add-opens=java.base/java.io=ALL-UNNAMED",
          "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
          "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED");

  /** Sets the password of the first user; takes effect before the first start only. */
  List<String> setInitialPassword(String password) {
    return java.run(
        SHORT_LIVED, "org.neo4j.cli.AdminTool", "dbms", "set-initial-password", password);
  }

  /** Runs the server. */
  List<String> server() {
    return java.run(
        SERVER,
        "org.neo4j.server.CommunityEntryPoint",
        "--home-dir=" + home,
        "--config-dir=" + configurationFolder());
  }

  /** Where {@code neo4j.conf} is. */
  Path configurationFolder() {
    return home.resolve("conf");
  }

  /** The text of {@code neo4j.conf}: Bolt alone, small memory, no reports to anybody. */
  static String configuration(int port) {
    return """
    server.default_listen_address=%1$s
    server.bolt.listen_address=%1$s:%2$d
    server.bolt.advertised_address=%1$s:%2$d
    server.http.enabled=false
    server.https.enabled=false
    server.memory.pagecache.size=16m
    db.tx_log.preallocate=false
    dbms.usage_report.enabled=false
    """
        .formatted(Loopback.HOST, port);
  }
}
