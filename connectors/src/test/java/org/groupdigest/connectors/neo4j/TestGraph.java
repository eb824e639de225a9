package org.groupdigest.connectors.neo4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.groupdigest.connectors.shared.StoreReply;
import org.groupdigest.connectors.shared.StoreReply.Answered;
import org.groupdigest.localstack.LocalNeo4j;
import org.groupdigest.localstack.LocalStack;
import org.groupdigest.localstack.Service;

/** A real Neo4j for the tests of a class, which can be killed and started again where it was. */
final class TestGraph implements AutoCloseable {
  private static final CypherStatement CLEAR =
      CypherStatement.of("clear", "MATCH (n) DETACH DELETE n");

  private final Path folder;
  private LocalStack stack;
  private int port;

  TestGraph(Path folder) {
    this.folder = folder;
    start();
  }

  void start() {
    stack =
        LocalStack.builder()
            .folder(folder)
            .services(EnumSet.of(Service.NEO4J))
            .port(Service.NEO4J, port)
            .start();
    port = stack.neo4j().port();
  }

  /** Ends the server as a power cut would. */
  void kill() throws IOException {
    String pid = Files.readString(folder.resolve("neo4j/neo4j.pid")).strip();
    ProcessHandle server = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    server.destroyForcibly();
    server.onExit().join();
    stack.close();
  }

  Neo4jConfig config() {
    return Neo4jConfig.of(stack.neo4j().uri(), LocalNeo4j.USER);
  }

  String password() {
    return stack.neo4j().password();
  }

  Neo4jGraph open() {
    return Neo4jGraph.open(config(), password());
  }

  void clear() throws Exception {
    try (Neo4jGraph graph = open()) {
      answer(graph.write(CLEAR, Map.of()));
    }
  }

  static <T> T answer(CompletionStage<StoreReply<T>> stage) throws Exception {
    StoreReply<T> reply = reply(stage);
    assertThat(reply).isInstanceOf(Answered.class);
    return ((Answered<T>) reply).value();
  }

  static <T> StoreReply<T> reply(CompletionStage<StoreReply<T>> stage) throws Exception {
    return stage.toCompletableFuture().get(60, TimeUnit.SECONDS);
  }

  static Object one(List<Map<String, Object>> rows, String column) {
    assertThat(rows).hasSize(1);
    return rows.get(0).get(column);
  }

  @Override
  public void close() {
    stack.close();
  }
}
