package org.groupdigest.job.stores.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.groupdigest.job.stores.vectors.VectorDigests.GROUP;

import java.time.Instant;
import java.util.List;
import org.groupdigest.connectors.qdrant.QdrantFilter;
import org.groupdigest.connectors.qdrant.QdrantPoint;
import org.groupdigest.connectors.qdrant.QdrantWrite;
import org.groupdigest.job.model.DigestStatus;
import org.groupdigest.job.model.Topics.Topic;
import org.groupdigest.job.stores.DigestChange;
import org.groupdigest.job.testing.Digests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class DigestPointsTest {

  private static final Topic PUMP =
      Digests.topic("Pump", "high", "blocker", 3, "It leaks.", List.of("m2", "m3", "m1", "m9"));
  private static final Topic SEEDS = VectorDigests.topic("Seeds", "Two bags.", "m3");

  private final DigestChange change = VectorDigests.ready(GROUP, 1, PUMP, SEEDS);

  @Test
  void firstAllPointsOfTheDigestGoThenComesOneATopic() {
    List<QdrantWrite> writes = writes(change, new float[] {1, 0}, new float[] {0, 1});

    assertThat(writes).hasSize(3).allMatch(w -> w.collection().equals("user_acme_groups"));
    assertThat(writes.get(0))
        .isEqualTo(
            new QdrantWrite.DeleteMatching(
                "user_acme_groups",
                QdrantFilter.all().and("tenant_id", "acme").and("digest_id", change.digestId())));
    assertThat(writes.subList(1, 3))
        .extracting(write -> ((QdrantWrite.Upsert) write).point().payload().get("title"))
        .containsExactly("Pump", "Seeds");
  }

  @Test
  void aPointTellsWhereItComesFromWhoTookPartAndHowTheMoodWas() {
    QdrantPoint point = point(writes(change, new float[] {1, 0}, new float[] {0, 1}).get(1));

    assertThat(point.vector()).containsExactly(1, 0);
    assertThat(point.payload())
        .containsEntry("tenant_id", "acme")
        .containsEntry("group_id", "garden")
        .containsEntry("digest_id", change.digestId())
        .containsEntry("window_id", change.windowId())
        .containsEntry("window_hours", 24L)
        .containsEntry("window_end", Instant.parse("2026-03-04T00:00:00Z").toEpochMilli())
        .containsEntry("topic_id", "Pump")
        .containsEntry("message_ids", List.of("m2", "m3", "m1", "m9"))
        .containsEntry("participants", List.of("hugh", "rosa"))
        .containsEntry("sentiment_vector", List.of(-1.0, 0.1, 0.2, 0.3, 0.4, 0.5))
        .containsEntry("embedding_model", "model-1")
        .hasSize(12);
  }

  @Test
  void theSameDigestGivesTheSameIdsAndAnotherGivesOthers() {
    List<QdrantWrite> again = writes(change, new float[] {1, 0}, new float[] {0, 1});
    assertThat(again).isEqualTo(writes(change, new float[] {1, 0}, new float[] {0, 1}));
    assertThat(point(again.get(1)).id().version()).isEqualTo(5);

    DigestChange next = VectorDigests.ready(GROUP, 2, PUMP, SEEDS);
    assertThat(point(writes(next, new float[] {1, 0}, new float[] {0, 1}).get(1)).id())
        .isNotEqualTo(point(again.get(1)).id())
        .isNotEqualTo(point(again.get(2)).id());
  }

  @ParameterizedTest
  @EnumSource(value = DigestStatus.class, names = "READY", mode = Mode.EXCLUDE)
  void aDigestThatNobodyWasShownHasNoPoints(DigestStatus status) {
    assertThat(DigestPoints.topics(VectorDigests.change(GROUP, 1, status, PUMP))).isEmpty();
  }

  @Test
  void aDigestThatIsGoneHasNoPoints() {
    assertThat(DigestPoints.topics(VectorDigests.removal(GROUP, 1))).isEmpty();
  }

  @Test
  void aTopicWithoutWordsHasNoPoint() {
    Topic blank = Digests.topic(" ", "low", "idea", 1, "\n", List.of("m1"));
    assertThat(DigestPoints.topics(VectorDigests.ready(GROUP, 1, blank, SEEDS)))
        .containsExactly(SEEDS);
    assertThat(writes(change, new float[] {}, new float[] {0, 1})).hasSize(2);
  }

  @Test
  void anUnknownMoodIsNoMood() {
    assertThat(DigestPoints.sentiment(null)).isEmpty();
  }

  @Test
  void whatTravelsDoesNotShowWhatPeopleWrote() {
    List<VectorChange> changes =
        DigestPoints.changes(change, List.of(PUMP), List.of(new float[] {1, 0}), "model-1");
    assertThat(changes.toString()).doesNotContain("leaks", "rosa").contains("TopicPoint[Pump]");
  }

  @Test
  void titleSummaryAndKeywordsAreEmbeddedAndNoMoreThanSmallModelsRead() {
    assertThat(TopicText.of(PUMP)).isEqualTo("Pump\nIt leaks.");
    Topic endless = VectorDigests.topic("Endless", "word ".repeat(1_000), "m1");
    assertThat(TopicText.of(endless)).startsWith("Endless\nword").hasSize(1_200);
  }

  private static List<QdrantWrite> writes(DigestChange change, float[]... vectors) {
    return DigestPoints.changes(change, DigestPoints.topics(change), List.of(vectors), "model-1")
        .stream()
        .map(VectorWrites::write)
        .toList();
  }

  private static QdrantPoint point(QdrantWrite write) {
    return ((QdrantWrite.Upsert) write).point();
  }
}
