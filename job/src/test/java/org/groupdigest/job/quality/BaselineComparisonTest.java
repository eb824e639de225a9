package org.groupdigest.job.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.groupdigest.job.model.BaselineDelta;
import org.groupdigest.job.model.BaselineDelta.ContinuedTopic;
import org.groupdigest.job.model.BaselineSnapshot;
import org.groupdigest.job.model.BaselineSnapshot.TopicSnapshot;
import org.groupdigest.job.model.DigestRecord;
import org.groupdigest.job.model.Evaluation;
import org.groupdigest.job.model.RelatedTopic;
import org.groupdigest.job.model.Topics;
import org.groupdigest.job.testing.Digests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaselineComparisonTest {

  @Test
  void withoutABaselineEveryTopicIsNewAndNothingIsCompared() {
    assertThat(BaselineComparison.compare(null, topics("A", "a"), 0.9))
        .isEqualTo(new BaselineDelta(false, 0.0, 0.0, 2, null, false, List.of(), null));
  }

  @Test
  void titlesAreComparedTrimmedAndInAnyCase() {
    BaselineDelta delta =
        BaselineComparison.compare(
            before(0.8, topic("  Миграция БД ", 10, 2), topic("Отпуск", 5, 1)),
            topics("МИГРАЦИЯ БД", "Бюджет"),
            0.8);

    assertThat(delta.topicOverlap()).isEqualTo(0.5);
    assertThat(delta.novelTopics()).isEqualTo(1);
    assertThat(delta.continued()).containsExactly(new ContinuedTopic("МИГРАЦИЯ БД", 3));
    assertThat(delta.baselineWindowId()).isEqualTo("w-0");
  }

  @Test
  void coverageComparesTheMessagesThatTopicsStandFor() {
    assertThat(compareCounts(10, 5).coverageChange()).isEqualTo(-0.5);
    assertThat(compareCounts(3, 10).coverageChange()).isEqualTo(2.3333);
    assertThat(compareCounts(0, 10).coverageChange()).isEqualTo(1.0);
    assertThat(compareCounts(0, 0).coverageChange()).isEqualTo(0.0);
  }

  @ParameterizedTest
  @CsvSource({"0.80,0.72,false", "0.80,0.71,true", "0.80,0.95,false", "0.0,0.0,false"})
  void degradedMeansThatTheWeakestScoreFellByMoreThanATenth(
      double before, double now, boolean degraded) {
    assertThat(BaselineComparison.compare(before(before), topics(), now).degraded())
        .isEqualTo(degraded);
  }

  @Test
  void withoutAScoreOnOneSideQualityIsNotCompared() {
    BaselineDelta delta = BaselineComparison.compare(before(null), topics(), 0.1);
    assertThat(delta.qualityDelta()).isNull();
    assertThat(delta.degraded()).isFalse();
    assertThat(BaselineComparison.compare(before(0.9), topics(), null).qualityDelta()).isNull();
  }

  @Test
  void streaksGrowFromDigestToDigestAndStartAgainAfterAGap() {
    DigestRecord second =
        new Digests()
            .topic(Digests.topic("Вебхук", "high", "blocker", 4, "s", List.of("1")))
            .topic(Digests.topic("Релиз", "low", "idea", 2, "s", List.of("2")))
            .delta(
                BaselineComparison.compare(
                    before(0.8, topic("вебхук", 3, 1)), topics("Вебхук", "Релиз"), 0.8))
            .evaluation(new Evaluation(0.9, 0.8, 0.7, 0.85, 0.6, List.of()))
            .build();

    BaselineSnapshot snapshot = snapshot(second);

    assertThat(snapshot.windowId()).isEqualTo(second.window().windowId());
    assertThat(snapshot.quality()).isEqualTo(0.6);
    assertThat(snapshot.topics())
        .containsExactly(
            new TopicSnapshot("Вебхук", 4, 2, "Вебхук"), new TopicSnapshot("Релиз", 2, 1, "Релиз"));
    assertThat(BaselineComparison.compare(snapshot, topics("вебхук"), null).continued())
        .containsExactly(new ContinuedTopic("вебхук", 3));
  }

  @Test
  void theNearestTopicOfThePreviousDigestGoesOnUnderAnotherTitle() {
    BaselineDelta delta =
        BaselineComparison.compare(
            before(0.8, topic("Вебхук", 3, 2), topic("Релиз", 2, 1)),
            topics("Потеря платежей", "Бюджет", "Релиз"),
            0.8,
            List.of(
                nearest("Потеря платежей", "w-0", "b-Вебхук"),
                nearest("Релиз", "w-0", "b-Вебхук")));

    assertThat(delta.topicOverlap()).isEqualTo(1.0);
    assertThat(delta.novelTopics()).isEqualTo(1);
    assertThat(delta.continued())
        .as("its own title comes first")
        .containsExactly(new ContinuedTopic("Потеря платежей", 3), new ContinuedTopic("Релиз", 2));
  }

  @Test
  void aTopicThatIsNearestToAnOlderDigestOrToNoKnownTopicIsNew() {
    BaselineSnapshot previous = before(0.8, topic("Вебхук", 3, 2));
    for (RelatedTopic other :
        List.of(
            nearest("Потеря платежей", "w-older", "b-Вебхук"),
            nearest("Потеря платежей", "w-0", "b-Отпуск"),
            nearest("Потеря платежей", "w-0", null))) {
      BaselineDelta delta =
          BaselineComparison.compare(previous, topics("Потеря платежей"), 0.8, List.of(other));

      assertThat(delta.novelTopics()).isEqualTo(1);
      assertThat(delta.continued()).isEmpty();
    }
  }

  @Test
  void topicsKeptWithoutTheirTitlesAreStillKnownById() {
    BaselineSnapshot kept = BaselineComparison.withoutTitles(before(0.8, topic("Вебхук", 3, 2)));

    BaselineDelta delta =
        BaselineComparison.compare(
            kept, topics("Потеря"), 0.8, List.of(nearest("Потеря", "w-0", "b-Вебхук")));

    assertThat(delta.continued()).containsExactly(new ContinuedTopic("Потеря", 3));
  }

  private static RelatedTopic nearest(String topicId, String windowId, String earlierTopicId) {
    return new RelatedTopic(topicId, "d-0", windowId, Instant.EPOCH, "1", 0.9, earlierTopicId);
  }

  @Test
  void aSnapshotOfADigestThatNobodyJudgedHasNoScore() {
    assertThat(snapshot(new Digests().build()).quality()).isNull();
  }

  private static BaselineSnapshot snapshot(DigestRecord digest) {
    return BaselineComparison.snapshot(
        digest.window(),
        digest.topics(),
        digest.baselineDelta(),
        BaselineComparison.weakestScore(digest.evaluation()));
  }

  private static BaselineDelta compareCounts(int before, int now) {
    Topics topics = new Topics(List.of(Digests.topic("t", "low", "idea", now, "s", List.of("1"))));
    return BaselineComparison.compare(before(null, topic("x", before, 1)), topics, null);
  }

  private static TopicSnapshot topic(String title, int count, int streak) {
    return new TopicSnapshot(title, count, streak, "b-" + title.strip());
  }

  private static BaselineSnapshot before(Double quality, TopicSnapshot... topics) {
    return new BaselineSnapshot("w-0", Instant.EPOCH, List.of(topics), quality);
  }

  private static Topics topics(String... titles) {
    return new Topics(
        Arrays.stream(titles)
            .map(title -> Digests.topic(title, "low", "idea", 1, "s", List.of("1")))
            .toList());
  }
}
