package org.groupdigest.job.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.KeyScanCursor;
import io.lettuce.core.RedisClient;
import io.lettuce.core.ScanCursor;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.groupdigest.connectors.neo4j.CypherStatement;
import org.groupdigest.connectors.neo4j.Neo4jGraph;
import org.groupdigest.connectors.s3.S3Listed;
import org.groupdigest.connectors.s3.S3Objects;
import org.groupdigest.connectors.shared.StoreReply;
import org.groupdigest.job.app.DerivedStores.Store;

/** All that a store holds, as text in an order that depends on nothing but what it holds. */
final class StoreDumps {

  private static final CypherStatement NODES =
      CypherStatement.of(
          "nodes", "MATCH (n) RETURN labels(n) AS labels, properties(n) AS properties");
  private static final CypherStatement RELATIONS =
      CypherStatement.of(
          "relations",
          "MATCH (a)-[r]->(b) RETURN type(r) AS type, properties(r) AS properties,"
              + " properties(a) AS a, properties(b) AS b");

  private StoreDumps() {}

  /**
   * Every row.
   *
   * @param of what a row must contain, such as the id of its tenant
   */
  static String postgres(TestServers servers, String of) throws SQLException {
    StringBuilder all = new StringBuilder();
    for (List<String> table :
        servers.rows("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1")) {
      servers
          .rows("SELECT t::text FROM " + table.get(0) + " t ORDER BY 1")
          .forEach(
              row -> {
                if (row.get(0).contains(of)) {
                  all.append(table.get(0)).append(row).append('\n');
                }
              });
    }
    return all.toString();
  }

  /**
   * Every key with its value.
   *
   * @param of what a key must contain, such as the id of its tenant
   */
  static String redis(TestServers servers, String of) {
    RedisClient client = RedisClient.create(servers.endpoints().redisUri());
    try (var connection = client.connect()) {
      Map<String, String> values = new TreeMap<>();
      RedisCommands<String, String> redis = connection.sync();
      KeyScanCursor<String> cursor = redis.scan(ScanCursor.INITIAL);
      cursor.getKeys().forEach(key -> values.put(key, value(redis, key)));
      while (!cursor.isFinished()) {
        cursor = redis.scan(cursor);
        cursor.getKeys().forEach(key -> values.put(key, value(redis, key)));
      }
      values.keySet().removeIf(key -> !key.contains(of));
      return lines(values);
    } finally {
      client.shutdown();
    }
  }

  private static String value(RedisCommands<String, String> redis, String key) {
    return switch (redis.type(key)) {
      case "string" -> redis.get(key);
      case "hash" -> new TreeMap<>(redis.hgetall(key)).toString();
      case "none" -> "";
      default -> throw new IllegalStateException("no way to read a " + redis.type(key));
    };
  }

  /** Every object with its content. */
  private static String objects(S3Objects objects) throws Exception {
    Map<String, String> contents = new TreeMap<>();
    for (S3Listed listed : answer(objects.list(""))) {
      byte[] bytes = answer(objects.get(listed.key())).bytes();
      contents.put(listed.key(), new String(bytes, StandardCharsets.UTF_8));
    }
    return lines(contents);
  }

  /** Every node and relation. */
  private static String graph(Neo4jGraph graph) throws Exception {
    return Stream.concat(
            answer(graph.read(NODES, Map.of())).stream(),
            answer(graph.read(RELATIONS, Map.of())).stream())
        .map(StoreDumps::sorted)
        .sorted()
        .reduce("", (all, line) -> all + line + "\n");
  }

  private static String sorted(Map<String, Object> row) {
    Map<String, Object> sorted = new TreeMap<>();
    row.forEach((name, value) -> sorted.put(name, value instanceof Map<?, ?> m ? plain(m) : value));
    return sorted.toString();
  }

  private static Map<String, Object> plain(Map<?, ?> map) {
    Map<String, Object> sorted = new TreeMap<>();
    map.forEach((name, value) -> sorted.put((String) name, value));
    return sorted;
  }

  /** One of the derived stores. */
  static String of(DerivedStores stores, Store store) throws Exception {
    return switch (store) {
      case OBJECTS -> objects(stores.objects());
      case GRAPH -> graph(stores.graph());
      case VECTORS -> stores.qdrant().collections().dump();
      case CONTEXT -> stores.context().namespaces().dump();
    };
  }

  /** Every file of a folder, such as a savepoint, byte for character. */
  static String files(Path folder) throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
      }
    }
    return all.toString();
  }

  private static String lines(Map<String, String> values) {
    StringBuilder all = new StringBuilder();
    values.forEach((key, value) -> all.append(key).append(" = ").append(value).append('\n'));
    return all.toString();
  }

  private static <T> T answer(CompletionStage<StoreReply<T>> stage) throws Exception {
    StoreReply<T> reply = stage.toCompletableFuture().get(30, TimeUnit.SECONDS);
    assertThat(reply).isInstanceOf(StoreReply.Answered.class);
    return ((StoreReply.Answered<T>) reply).value();
  }
}
