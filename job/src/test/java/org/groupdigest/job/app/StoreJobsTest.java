package org.groupdigest.job.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.apache.flink.streaming.runtime.partitioner.ForwardPartitioner;
import org.apache.flink.util.InstantiationUtil;
import org.groupdigest.job.config.SettingsLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The graphs of the jobs that feed derived stores, and what keeps them from starting. */
class StoreJobsTest {

  private static final Map<String, String> ALL_STORES =
      Map.of(
          "DIGEST_S3_BUCKET", "digests",
          "DIGEST_QDRANT_HOST", "qdrant",
          "DIGEST_NEO4J_URI", "bolt://neo4j:7687",
          "DIGEST_NEO4J_PASSWORD", "open-sesame",
          "DIGEST_CONTEXT_STORAGE_ENABLED", "true",
          "DIGEST_CONTEXT_STORAGE_URL", "http://context");

  private static final Endpoints ENDPOINTS =
      new Endpoints(
          "localhost:1", "jdbc:postgresql://localhost:1/none", "writer", "", "redis://localhost:1");

  /** Written out: savepoints know the operators by these. */
  @ParameterizedTest
  @CsvSource({"OBJECTS, objects-sink", "GRAPH, graph-sink", "CACHE, cache-sink"})
  void everyOperatorHasItsFixedUid(Pipelines store, String sink) {
    assertThat(graph(store).getStreamNodes())
        .extracting(StreamNode::getTransformationUID)
        .containsExactlyInAnyOrder(
            "persisted-source", "removed-source", "parse-stored", "load-digest", sink);
  }

  @ParameterizedTest
  @EnumSource(names = {"OBJECTS", "GRAPH", "CACHE"})
  void nothingIsDealtOutAnewBetweenReadingAndWriting(Pipelines store) {
    StreamGraph graph = graph(store);
    StreamNode sink =
        graph.getStreamNodes().stream()
            .filter(node -> node.getTransformationUID().endsWith("-sink"))
            .findFirst()
            .orElseThrow();
    assertThat(sink.getInEdges())
        .singleElement()
        .satisfies(edge -> assertThat(edge.getPartitioner()).isInstanceOf(ForwardPartitioner.class))
        .satisfies(
            edge ->
                assertThat(graph.getStreamNode(edge.getSourceId()).getTransformationUID())
                    .isEqualTo("load-digest"));
  }

  @ParameterizedTest
  @EnumSource(names = {"WINDOWS", "DIGESTS", "ALL"})
  void thePipelinesAreNoStores(Pipelines pipelines) {
    assertThat(pipelines.feedsAStore()).isFalse();
    assertThatThrownBy(() -> graph(pipelines)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "OBJECTS, DIGEST_S3_BUCKET",
    "VECTORS, DIGEST_QDRANT_HOST",
    "GRAPH, DIGEST_NEO4J_URI",
    "CACHE, DIGEST_REDIS_URI",
    "CONTEXT, DIGEST_CONTEXT_STORAGE_ENABLED"
  })
  void aStoreThatIsNotConfiguredIsNamed(Pipelines store, String variable) {
    Endpoints withoutRedis = new Endpoints("k", "jdbc:postgresql://p/d", "u", "", null);
    String pipeline = store.name().toLowerCase(Locale.ROOT);
    assertThat(StoreJobs.problem(store, SettingsLoader.load(Map.of()).stores(), withoutRedis))
        .contains(variable + " is not set, which --pipeline " + pipeline + " needs");
    assertThat(StoreJobs.problem(store, SettingsLoader.load(ALL_STORES).stores(), ENDPOINTS))
        .isEmpty();
    assertThat(store.feedsAStore()).isTrue();
  }

  @Test
  void theSecretsOfStoresDoNotTravelWithTheJob() throws Exception {
    StreamGraph graph = graph(Pipelines.GRAPH);
    byte[] bytes = InstantiationUtil.serializeObject(graph.getJobGraph());
    assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).doesNotContain("open-sesame");
  }

  private static StreamGraph graph(Pipelines store) {
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.getExecutionEnvironment(LocalFlink.required());
    env.setParallelism(3);
    StreamSettings settings =
        StreamSettings.of(SettingsLoader.load(ALL_STORES), TestServers.PII_KEY);
    new StoreJobs(settings, ENDPOINTS, new PostgresDigests(ENDPOINTS)).assemble(env, store);
    StreamGraph graph = env.getStreamGraph();
    assertThat(graph.getJobGraph().getNumberOfVertices()).isPositive();
    return graph;
  }

  @Test
  void everyStoreHasAGroupOfItsOwn() {
    assertThat(
            Stream.of(Pipelines.OBJECTS, Pipelines.GRAPH)
                .map(store -> StoreJobs.consumerGroup("blue", store)))
        .containsExactly("blue-objects", "blue-graph");
  }
}
