package org.groupdigest.job.stores.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.groupdigest.job.stores.vectors.VectorDigests.GROUP;

import io.grpc.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.groupdigest.connectors.qdrant.FakeQdrantServer;
import org.groupdigest.connectors.qdrant.QdrantConfig;
import org.groupdigest.connectors.qdrant.QdrantPoints;
import org.groupdigest.job.model.GroupKey;
import org.groupdigest.job.model.RelatedTopic;
import org.groupdigest.job.model.Topics.Topic;
import org.groupdigest.job.stores.DigestChange;
import org.groupdigest.job.stores.vectors.RelatedLookup.Outcome;
import org.groupdigest.testing.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Earlier topics over a real connection; a store in trouble costs nothing but the remark. */
class QdrantRelatedTopicsITCase {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration SHORT = Duration.ofMillis(100);
  private static final Topic PUMP =
      VectorDigests.topic("The pump leaks", "Water stands below the pump again.", "m1");
  private static final Topic PUMP_AGAIN =
      VectorDigests.topic("Leaking pump repaired", "The pump got a new seal, no more water.", "m2");
  private static final Topic SEEDS =
      VectorDigests.topic("Seeds for spring", "Two bags of beans are ordered.", "m3");

  private final FakeQdrantServer qdrant = FakeQdrantServer.start();
  private final SettableClock clock = new SettableClock(Instant.parse("2026-03-20T00:00:00Z"));
  private final BuiltInEmbedder embedder = new BuiltInEmbedder(128);
  private QdrantPoints points;

  @BeforeEach
  void open() {
    points = QdrantPoints.open(QdrantConfig.of("localhost", qdrant.port()), "");
  }

  @AfterEach
  void close() {
    points.close();
    qdrant.close();
  }

  @Test
  void aTopicThatWasDiscussedBeforeIsFoundAndAnotherIsNot() {
    DigestChange earlier = store(VectorDigests.ready(GROUP, 1, PUMP, SEEDS), embedder);

    RelatedLookup lookup = find(related(PATIENCE), 5, PUMP_AGAIN, topic("Board games", "Friday."));

    assertThat(lookup.outcome()).isEqualTo(Outcome.FOUND);
    assertThat(lookup.use().made()).isEqualTo(2);
    assertThat(lookup.topics()).hasSize(1);
    RelatedTopic found = lookup.topics().get(0);
    assertThat(found.topicId()).isEqualTo(PUMP_AGAIN.topicId());
    assertThat(found.digestId()).isEqualTo(earlier.digestId());
    assertThat(found.windowEnd()).isEqualTo(VectorDigests.day(GROUP, 1).end());
    assertThat(found.messageId()).isEqualTo("m1");
    assertThat(found.similarity()).isBetween(0.45, 1.0);
  }

  @Test
  void neitherTheDigestItselfNorALaterOneNorAnotherGroupNorAnotherModelIsEarlier() {
    store(VectorDigests.ready(GROUP, 5, PUMP), embedder);
    store(VectorDigests.ready(GROUP, 6, PUMP), embedder);
    store(VectorDigests.ready(new GroupKey("acme", "other"), 1, PUMP), embedder);
    store(VectorDigests.ready(GROUP, 2, PUMP), named("hashing-0-128"));

    assertThat(find(related(PATIENCE), 5, PUMP))
        .isEqualTo(
            new RelatedLookup(
                List.of(), Outcome.NOTHING, new EmbeddingUse(embedder.modelId(), 1, 0, 0)));
  }

  @Test
  void manyNearerTopicsOfLaterWindowsDoNotHideAnEarlierOne() {
    store(VectorDigests.ready(GROUP, 1, PUMP_AGAIN), embedder);
    for (int day = 5; day < 45; day++) {
      store(VectorDigests.ready(GROUP, day, PUMP), embedder);
    }
    assertThat(find(related(PATIENCE), 5, PUMP).outcome()).isEqualTo(Outcome.FOUND);
  }

  @Test
  void aCollectionThatIsNotThereYetIsNoTrouble() {
    RelatedTopics related = related(PATIENCE);
    for (int i = 0; i < 2 * QdrantRelatedTopics.FAILURES; i++) {
      assertThat(find(related, 5, PUMP).outcome()).isEqualTo(Outcome.NOTHING);
    }
  }

  @Test
  void aDigestWithoutTopicsAsksNobody() {
    assertThat(find(related(PATIENCE), 5).outcome()).isEqualTo(Outcome.NOTHING);
    assertThat(find(related(PATIENCE), 5, topic(" ", "")).outcome()).isEqualTo(Outcome.NOTHING);
    assertThat(qdrant.callCount()).isZero();
  }

  @Test
  void aStoreThatSaysNoIsAskedAgainNextTime() {
    RelatedTopics related = related(PATIENCE);
    qdrant.refuse(Status.PERMISSION_DENIED);
    for (int i = 0; i < 2 * QdrantRelatedTopics.FAILURES; i++) {
      assertThat(find(related, 5, PUMP).outcome()).isEqualTo(Outcome.REFUSED);
    }
  }

  @Test
  void aStoreThatHangsCostsItsTimeoutAFewTimesAndThenNothing() {
    RelatedTopics related = related(SHORT);
    qdrant.hold();
    for (int i = 0; i < QdrantRelatedTopics.FAILURES; i++) {
      assertThat(find(related, 5, PUMP).outcome()).isEqualTo(Outcome.TIMEOUT);
    }
    int calls = qdrant.callCount();
    assertThat(find(related, 5, PUMP)).isEqualTo(RelatedLookup.ended(Outcome.SKIPPED));
    assertThat(qdrant.callCount()).isEqualTo(calls);
    qdrant.release();
  }

  @Test
  void aStoreThatComesBackIsFoundByOneLookupThatTries() {
    store(VectorDigests.ready(GROUP, 1, PUMP), embedder);
    RelatedTopics related = related(PATIENCE);
    qdrant.refuse(Status.UNAVAILABLE);
    for (int i = 0; i < QdrantRelatedTopics.FAILURES; i++) {
      assertThat(find(related, 5, PUMP).outcome()).isEqualTo(Outcome.UNAVAILABLE);
    }
    qdrant.accept();
    assertThat(find(related, 5, PUMP).outcome()).isEqualTo(Outcome.SKIPPED);
    clock.advance(QdrantRelatedTopics.RECOVERY.plusMillis(1));
    assertThat(find(related, 5, PUMP).outcome()).isEqualTo(Outcome.FOUND);
    assertThat(find(related, 5, PUMP).outcome()).isEqualTo(Outcome.FOUND);
  }

  @Test
  void anEmbedderThatIsAwayOrRefusesEndsTheLookup() {
    assertThat(find(with(new Embedding.Unavailable("timeout", null)), 5, PUMP).outcome())
        .isEqualTo(Outcome.UNAVAILABLE);
    assertThat(find(with(new Embedding.Refused("wrong_size", false)), 5, PUMP).outcome())
        .isEqualTo(Outcome.REFUSED);
    assertThat(qdrant.callCount()).isZero();
  }

  @Test
  void aMistakeEndsTheLookupAndNotTheDigest() {
    StubEmbedder broken =
        new StubEmbedder(
            "stub", 2, (group, texts) -> CompletableFuture.failedFuture(new ArithmeticException()));
    RelatedTopics related = new QdrantRelatedTopics(points, broken, 0.45, PATIENCE, clock);
    assertThat(find(related, 5, PUMP).outcome()).isEqualTo(Outcome.INTERNAL_ERROR);
  }

  @Test
  void whereNoVectorsAreKeptNobodyIsAsked() {
    assertThat(find(RelatedTopics.none(), 5, PUMP)).isEqualTo(RelatedLookup.OFF);
  }

  private RelatedTopics related(Duration timeout) {
    return new QdrantRelatedTopics(points, embedder, 0.45, timeout, clock);
  }

  private RelatedTopics with(Embedding embedding) {
    return new QdrantRelatedTopics(
        points, StubEmbedder.answering(embedding), 0.45, PATIENCE, clock);
  }

  private StubEmbedder named(String model) {
    return new StubEmbedder(model, 128, embedder::embed);
  }

  private static RelatedLookup find(RelatedTopics related, int day, Topic... topics) {
    return related
        .find(VectorDigests.day(GROUP, day), List.of(topics))
        .toCompletableFuture()
        .orTimeout(30, TimeUnit.SECONDS)
        .join();
  }

  private DigestChange store(DigestChange change, Embedder by) {
    StoredVectors.store(points, by, change);
    return change;
  }

  private static Topic topic(String title, String summary) {
    return VectorDigests.topic(title, summary, "m1");
  }
}
