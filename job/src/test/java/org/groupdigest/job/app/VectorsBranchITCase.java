package org.groupdigest.job.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.groupdigest.connectors.qdrant.FakeQdrantServer;
import org.groupdigest.connectors.qdrant.PointPage;
import org.groupdigest.connectors.qdrant.QdrantConfig;
import org.groupdigest.connectors.qdrant.QdrantFilter;
import org.groupdigest.connectors.qdrant.QdrantPoints;
import org.groupdigest.connectors.shared.StoreReply;
import org.groupdigest.job.config.DigestSettings;
import org.groupdigest.job.model.GroupKey;
import org.groupdigest.job.model.Topics.Topic;
import org.groupdigest.job.stores.DigestChange;
import org.groupdigest.job.stores.vectors.VectorDigests;
import org.groupdigest.job.testing.TestSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** From changes of digests to points, on a running job. */
class VectorsBranchITCase {

  private static final GroupKey GARDEN = VectorDigests.GROUP;
  private static final GroupKey STRANGER = new GroupKey("../Acme", "garden");
  private static final Topic PUMP = VectorDigests.topic("Pump", "It leaks.", "m1");
  private static final Topic SEEDS = VectorDigests.topic("Seeds", "Two bags.", "m2");

  private final FakeQdrantServer qdrant = FakeQdrantServer.start();
  private final QdrantPoints points =
      QdrantPoints.open(QdrantConfig.of("localhost", qdrant.port()), "");

  @AfterEach
  void close() {
    points.close();
    qdrant.close();
  }

  @Test
  void theStoreHoldsEachDigestAsItBecameLast() throws Exception {
    List<DigestChange> changes =
        List.of(
            VectorDigests.ready(GARDEN, 1, PUMP, SEEDS),
            VectorDigests.ready(GARDEN, 2, PUMP),
            VectorDigests.ready(STRANGER, 1, PUMP),
            VectorDigests.ready(GARDEN, 1, SEEDS),
            VectorDigests.removal(GARDEN, 2),
            VectorDigests.ready(GARDEN, 3, PUMP));

    run(changes);

    assertThat(titles("user_acme_groups")).containsExactlyInAnyOrder("Seeds", "Pump");
    assertThat(titles("user__002e_002e_002f_0041cme_groups")).containsExactly("Pump");
  }

  @Test
  void theSameChangesOnceMoreChangeNothing() throws Exception {
    List<DigestChange> changes =
        List.of(VectorDigests.ready(GARDEN, 1, PUMP, SEEDS), VectorDigests.ready(GARDEN, 2, PUMP));
    run(changes);
    String once = qdrant.collections().dump();
    List<DigestChange> twice = new ArrayList<>(changes);
    twice.addAll(changes);

    run(twice);

    assertThat(qdrant.collections().dump()).isEqualTo(once);
  }

  /** As when embeddings have changed their size and the collection was not made anew. */
  @Test
  void pointsThatTheStoreRefusesAreLeftOutAndHoldNobodyUp() throws Exception {
    run(List.of(VectorDigests.ready(GARDEN, 1, PUMP)));

    run(
        List.of(VectorDigests.ready(GARDEN, 2, SEEDS), VectorDigests.ready(STRANGER, 1, PUMP)),
        settings(128));

    assertThat(titles("user_acme_groups")).doesNotContain("Seeds");
    assertThat(titles("user__002e_002e_002f_0041cme_groups")).containsExactly("Pump");
  }

  private void run(List<DigestChange> changes) throws Exception {
    run(changes, settings(64));
  }

  private static void run(List<DigestChange> changes, DigestSettings settings) throws Exception {
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.getExecutionEnvironment(LocalFlink.forBoundedRun());
    env.setParallelism(2);
    VectorsBranch.attach(
        env.fromData(changes, TypeInformation.of(DigestChange.class))
            .uid("changes")
            .setParallelism(1)
            .keyBy(change -> change.group().encoded(), Types.STRING),
        settings,
        new Endpoints("", "", "", "", null));
    env.execute("vectors");
  }

  private DigestSettings settings(int size) {
    return TestSettings.with(
        Map.of(
            "DIGEST_QDRANT_HOST", "localhost",
            "DIGEST_QDRANT_PORT", Integer.toString(qdrant.port()),
            "DIGEST_EMBEDDING_SIZE", Integer.toString(size)));
  }

  private List<Object> titles(String collection) {
    StoreReply<PointPage> reply =
        points
            .scroll(collection, QdrantFilter.all(), Optional.empty(), 100)
            .toCompletableFuture()
            .orTimeout(20, TimeUnit.SECONDS)
            .join();
    return ((StoreReply.Answered<PointPage>) reply)
        .value().points().stream().map(point -> point.payload().get("title")).toList();
  }
}
