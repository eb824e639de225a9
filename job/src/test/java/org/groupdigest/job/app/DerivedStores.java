package org.groupdigest.job.app;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.groupdigest.connectors.contextstore.FakeContextStore;
import org.groupdigest.connectors.neo4j.Neo4jConfig;
import org.groupdigest.connectors.neo4j.Neo4jGraph;
import org.groupdigest.connectors.qdrant.FakeQdrantServer;
import org.groupdigest.connectors.s3.S3Config;
import org.groupdigest.connectors.s3.S3Credentials;
import org.groupdigest.connectors.s3.S3Objects;
import org.groupdigest.connectors.shared.Secret;
import org.groupdigest.connectors.testing.FreePorts;
import org.groupdigest.localstack.LocalNeo4j;
import org.groupdigest.localstack.LocalS3;
import org.groupdigest.localstack.LocalStack;
import org.groupdigest.localstack.Service;

/**
 * The optional stores of the job tests. Their addresses are settled before they run: each may be
 * away when a job starts, come, go, and come back with what it had.
 */
final class DerivedStores implements AutoCloseable {

  /** One store, and the pipeline that fills it. */
  enum Store {
    OBJECTS(Pipelines.OBJECTS),
    GRAPH(Pipelines.GRAPH),
    VECTORS(Pipelines.VECTORS),
    CONTEXT(Pipelines.CONTEXT);

    private final Pipelines pipeline;

    Store(Pipelines pipeline) {
      this.pipeline = pipeline;
    }

    Pipelines pipeline() {
      return pipeline;
    }
  }

  private final Map<Store, LocalStack> running = new EnumMap<>(Store.class);

  private final Path folder;
  private final Path neo4jPassword;
  private final int s3Port = FreePorts.any();
  private final int neo4jPort = FreePorts.any();
  private final FakeQdrantServer qdrant = FakeQdrantServer.start();
  private final FakeContextStore context = FakeContextStore.start();

  private S3Objects objects;
  private Neo4jGraph graph;

  /** Nothing runs yet. */
  DerivedStores(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
    neo4jPassword = LocalNeo4j.prepare(folder.resolve("neo4j"));
    qdrant.die();
    context.die();
  }

  void start(Store store) {
    switch (store) {
      case OBJECTS -> running.put(store, stack("s3", Service.S3, s3Port));
      case GRAPH -> running.put(store, stack("neo4j", Service.NEO4J, neo4jPort));
      case VECTORS -> qdrant.comeBack();
      case CONTEXT -> context.comeBack();
    }
  }

  void startAll() {
    EnumSet.allOf(Store.class).forEach(this::start);
  }

  void stop(Store store) {
    switch (store) {
      case OBJECTS, GRAPH -> running.remove(store).close();
      case VECTORS -> qdrant.die();
      case CONTEXT -> context.die();
    }
  }

  private LocalStack stack(String name, Service service, int port) {
    return LocalStack.builder()
        .folder(folder.resolve(name))
        .services(EnumSet.of(service))
        .port(service, port)
        .start();
  }

  /** Settings of a job that uses all of them. */
  Map<String, String> settings() throws IOException {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("DIGEST_S3_BUCKET", LocalS3.BUCKET);
    settings.put("DIGEST_S3_ENDPOINT", "http://127.0.0.1:" + s3Port);
    settings.put("DIGEST_S3_PATH_STYLE", "true");
    settings.put("DIGEST_S3_ACCESS_KEY_FILE", secret("s3-access", LocalS3.ACCESS_KEY));
    settings.put("DIGEST_S3_SECRET_KEY_FILE", secret("s3-secret", LocalS3.SECRET_KEY));
    settings.put("DIGEST_NEO4J_URI", "bolt://127.0.0.1:" + neo4jPort);
    settings.put("DIGEST_NEO4J_USER", LocalNeo4j.USER);
    settings.put("DIGEST_NEO4J_PASSWORD_FILE", neo4jPassword.toString());
    settings.put("DIGEST_QDRANT_HOST", "localhost");
    settings.put("DIGEST_QDRANT_PORT", Integer.toString(qdrant.port()));
    settings.put("DIGEST_CONTEXT_STORAGE_ENABLED", "true");
    settings.put("DIGEST_CONTEXT_STORAGE_URL", context.url());
    return settings;
  }

  private String secret(String name, String value) throws IOException {
    return Files.writeString(folder.resolve(name), value).toString();
  }

  /** A client of the S3 server, to look with. */
  S3Objects objects() throws IOException {
    if (objects == null) {
      Map<String, String> settings = settings();
      S3Credentials keys =
          S3Credentials.keys(
              Secret.file(Path.of(settings.get("DIGEST_S3_ACCESS_KEY_FILE"))),
              Secret.file(Path.of(settings.get("DIGEST_S3_SECRET_KEY_FILE"))));
      objects =
          S3Objects.open(
              S3Config.aws(LocalS3.BUCKET, "us-east-1", keys)
                  .at(URI.create(settings.get("DIGEST_S3_ENDPOINT")))
                  .withPathStyle(true));
    }
    return objects;
  }

  /** A client of the Neo4j server, to look with. */
  Neo4jGraph graph() throws IOException {
    if (graph == null) {
      Neo4jConfig config = Neo4jConfig.of("bolt://127.0.0.1:" + neo4jPort, LocalNeo4j.USER);
      graph = Neo4jGraph.open(config, Files.readString(neo4jPassword).strip());
    }
    return graph;
  }

  FakeQdrantServer qdrant() {
    return qdrant;
  }

  FakeContextStore context() {
    return context;
  }

  @Override
  public void close() {
    Stream.of(objects, graph).filter(Objects::nonNull).forEach(DerivedStores::closed);
    Set.copyOf(running.keySet()).forEach(this::stop);
    List.of(qdrant, context).forEach(DerivedStores::closed);
  }

  private static void closed(AutoCloseable server) {
    try {
      server.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
