package org.groupdigest.connectors.qdrant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.grpc.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.groupdigest.connectors.shared.StoreReply;
import org.groupdigest.connectors.shared.StoreReply.Answered;
import org.groupdigest.connectors.shared.StoreReply.Refused;
import org.groupdigest.connectors.shared.StoreReply.Unavailable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The client over a real connection to a server of Qdrant's protocol. */
class QdrantPointsITCase {
  private static final String TOPICS = "topics";

  private final FakeQdrantServer qdrant = FakeQdrantServer.start();
  private QdrantPoints points;

  @BeforeEach
  void open() {
    points = QdrantPoints.open(config(Duration.ofSeconds(20)), "");
  }

  @AfterEach
  void close() throws Exception {
    points.close();
    qdrant.close();
  }

  @Test
  void aPointComesBackWithEverythingItWasStoredWith() throws Exception {
    Map<String, Object> payload = new LinkedHashMap<>();
    payload.put("title", "Trip to the lake ☃ '\"}$");
    payload.put("count", 7L);
    payload.put("mood", 0.5);
    payload.put("open", true);
    payload.put("nobody", null);
    payload.put("people", Arrays.asList("ann", "bob", 3L, null));
    answer(points.upsert(TOPICS, List.of(new QdrantPoint(id(1), new float[] {1, 0}, payload))));

    List<ScoredPoint> found =
        answer(points.search(TOPICS, new float[] {1, 0}, QdrantFilter.all(), 3));
    assertThat(found).hasSize(1);
    assertThat(found.get(0).point()).isEqualTo(new StoredPoint(id(1), payload));
    assertThat(found.get(0).score()).isEqualTo(1);
  }

  @Test
  void theNearestOfAFilterComeFirstAndNoMoreThanWanted() throws Exception {
    answer(
        points.upsert(
            TOPICS,
            List.of(
                point(1, "g1", 1, 0),
                point(2, "g1", 1, 1),
                point(3, "g1", -1, 0),
                point(4, "g2", 1, 0))));
    List<ScoredPoint> found = answer(points.search(TOPICS, new float[] {2, 0.1f}, group("g1"), 2));
    assertThat(found).extracting(hit -> hit.point().id()).containsExactly(id(1), id(2));
    assertThat(found.get(1).score()).isBetween(0.7, 0.8);
  }

  @Test
  void aBoundFindsNumbersThatAreNotLarger() throws Exception {
    QdrantPoint early = new QdrantPoint(id(1), new float[] {1, 0}, Map.of("end", 1_000L));
    QdrantPoint late = new QdrantPoint(id(2), new float[] {1, 0}, Map.of("end", 2_000L));
    answer(points.upsert(TOPICS, List.of(early, late, point(3, "g1", 1, 0))));
    assertThat(count(QdrantFilter.all().upTo("end", 2_000))).isEqualTo(2);
    assertThat(count(QdrantFilter.all().upTo("end", 1_999))).isEqualTo(1);
    assertThat(count(QdrantFilter.all().and("end", 2_000).upTo("end", 999))).isZero();
    assertThatThrownBy(() -> points.delete(TOPICS, group("g1").upTo("end", 999)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void filtersMatchTextsNumbersTruthsListsAndOneOfSeveral() throws Exception {
    QdrantPoint odd =
        new QdrantPoint(
            id(1),
            new float[] {1, 0},
            Map.of("group", "g1", "size", 3, "open", true, "who", List.of("ann", "bob")));
    answer(points.upsert(TOPICS, List.of(odd, point(2, "g2", 0, 1))));
    assertThat(count(group("g1"))).isEqualTo(1);
    assertThat(count(QdrantFilter.all().and("size", 3))).isEqualTo(1);
    assertThat(count(QdrantFilter.all().and("size", 4))).isZero();
    assertThat(count(QdrantFilter.all().and("open", true))).isEqualTo(1);
    assertThat(count(QdrantFilter.all().and("who", "bob"))).isEqualTo(1);
    assertThat(count(QdrantFilter.all().and("group", List.of("g2", "g1")))).isEqualTo(2);
    assertThat(count(group("g1").and("who", "eve"))).isZero();
    assertThat(count(QdrantFilter.all())).isEqualTo(2);
  }

  @Test
  void pagesTogetherAreTheWholeCollectionOnce() throws Exception {
    List<QdrantPoint> all = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      all.add(point(i, "g1", 1, i));
    }
    answer(points.upsert(TOPICS, all));
    List<UUID> seen = new ArrayList<>();
    Optional<UUID> from = Optional.empty();
    do {
      PointPage page = answer(points.scroll(TOPICS, group("g1"), from, 3));
      assertThat(page.points()).hasSizeLessThanOrEqualTo(3);
      page.points().forEach(point -> seen.add(point.id()));
      from = page.next();
    } while (from.isPresent());
    assertThat(seen).containsExactlyElementsOf(all.stream().map(QdrantPoint::id).toList());
  }

  @Test
  void deletionRemovesWhatItNamesAndNothingElse() throws Exception {
    answer(
        points.upsert(
            TOPICS, List.of(point(1, "g1", 1, 0), point(2, "g2", 1, 0), point(3, "g2", 0, 1))));
    answer(points.delete(TOPICS, Set.of(id(1), id(9))));
    assertThat(count(QdrantFilter.all())).isEqualTo(2);
    answer(points.delete(TOPICS, group("g2")));
    assertThat(count(QdrantFilter.all())).isZero();
    answer(points.delete("missing", group("g2")));
    assertThat(qdrant.collections().names()).containsExactly(TOPICS);
    assertThatThrownBy(() -> points.delete(TOPICS, QdrantFilter.all()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aCollectionIsMadeOnceAndMadeAnewWhenSomebodyDroppedIt() throws Exception {
    answer(points.ensureCollection(TOPICS, 2));
    answer(points.ensureCollection(TOPICS, 2));
    try (QdrantPoints other = QdrantPoints.open(config(Duration.ofSeconds(20)), "")) {
      answer(other.ensureCollection(TOPICS, 2));
    }
    assertThat(qdrant.calls()).containsOnlyOnce("Create");

    qdrant.collections().drop(TOPICS);
    assertThat(reply(points.upsert(TOPICS, List.of(point(1, "g1", 1, 0)))))
        .isInstanceOf(Unavailable.class);
    answer(points.upsert(TOPICS, List.of(point(1, "g1", 1, 0))));
    assertThat(count(QdrantFilter.all())).isEqualTo(1);
  }

  @Test
  void whatIsWrongWithARequestIsRefusedByName() throws Exception {
    answer(points.ensureCollection(TOPICS, 3));
    assertThat(reply(points.upsert(TOPICS, List.of(point(1, "g1", 1, 0)))))
        .isEqualTo(new Refused<Void>("invalid_argument"));
    assertThat(reply(points.count("missing", QdrantFilter.all())))
        .isEqualTo(new Refused<Long>("not_found"));
    qdrant.requireApiKey("secret");
    assertThat(reply(points.count(TOPICS, QdrantFilter.all())))
        .isEqualTo(new Refused<Long>("unauthenticated"));
    try (QdrantPoints knowing = QdrantPoints.open(config(Duration.ofSeconds(20)), "secret")) {
      assertThat(answer(knowing.count(TOPICS, QdrantFilter.all()))).isZero();
    }
  }

  @Test
  void aServerInTroubleIsUnavailableAndFoundAgainWhenItIsBack() throws Exception {
    answer(points.upsert(TOPICS, List.of(point(1, "g1", 1, 0))));
    qdrant.refuse(Status.INTERNAL.withDescription("disk"));
    assertThat(reply(points.count(TOPICS, QdrantFilter.all())))
        .isEqualTo(new Unavailable<Long>("internal"));
    qdrant.accept();

    qdrant.die();
    assertThat(reply(points.count(TOPICS, QdrantFilter.all())))
        .isEqualTo(new Unavailable<Long>("unavailable"));
    qdrant.comeBack();
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> reply(points.count(TOPICS, QdrantFilter.all())) instanceof Answered);
    assertThat(count(QdrantFilter.all())).isEqualTo(1);
  }

  @Test
  void aServerThatDoesNotAnswerIsNotWaitedForLongerThanAllowed() throws Exception {
    try (QdrantPoints hasty = QdrantPoints.open(config(Duration.ofMillis(300)), "")) {
      qdrant.hold();
      assertThat(reply(hasty.count(TOPICS, QdrantFilter.all())))
          .isEqualTo(new Unavailable<Long>("deadline_exceeded"));
    } finally {
      qdrant.release();
    }
  }

  @Test
  void aClosedClientIsUnavailableAndDoesNotThrow() throws Exception {
    points.close();
    assertThat(reply(points.count(TOPICS, QdrantFilter.all()))).isInstanceOf(Unavailable.class);
  }

  @Test
  void nothingThatIsPrintedShowsWhatPeopleWrote() {
    QdrantPoint point = new QdrantPoint(id(1), new float[] {0.125f}, Map.of("t", "secret"));
    QdrantFilter filter = QdrantFilter.all().and("who", "secret");
    assertThat(
            List.of(
                    point,
                    filter,
                    new QdrantWrite.Upsert(TOPICS, point),
                    new QdrantWrite.DeleteMatching(TOPICS, filter),
                    new Answered<>(new StoredPoint(id(1), point.payload())))
                .toString())
        .doesNotContain("secret", "0.125");
  }

  @Test
  void vectorsThatAreNoDirectionAndFiltersThatCannotBeAreMistakes() {
    assertThatThrownBy(() -> new QdrantPoint(id(1), new float[0], Map.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new QdrantPoint(id(1), new float[] {Float.NaN}, Map.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> QdrantFilter.all().and("mood", 0.5))
        .hasMessage("no filter by the value of mood");
  }

  private QdrantConfig config(Duration timeout) {
    return new QdrantConfig("localhost", qdrant.port(), false, timeout);
  }

  private long count(QdrantFilter filter) throws Exception {
    return answer(points.count(TOPICS, filter));
  }

  private static QdrantFilter group(String group) {
    return QdrantFilter.all().and("group", group);
  }

  private static QdrantPoint point(int number, String group, float... vector) {
    return new QdrantPoint(id(number), vector, Map.of("group", group));
  }

  private static UUID id(int number) {
    return new UUID(7, number);
  }

  private static <T> StoreReply<T> reply(CompletionStage<StoreReply<T>> stage) throws Exception {
    return stage.toCompletableFuture().get(30, TimeUnit.SECONDS);
  }

  private static <T> T answer(CompletionStage<StoreReply<T>> stage) throws Exception {
    StoreReply<T> reply = reply(stage);
    assertThat(reply).isInstanceOf(Answered.class);
    return ((Answered<T>) reply).value();
  }
}
