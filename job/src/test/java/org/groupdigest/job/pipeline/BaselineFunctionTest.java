package org.groupdigest.job.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.groupdigest.job.model.BaselineDelta;
import org.groupdigest.job.model.BaselineDelta.ContinuedTopic;
import org.groupdigest.job.model.BaselineSnapshot;
import org.groupdigest.job.model.BaselineSnapshot.TopicSnapshot;
import org.groupdigest.job.model.DigestStatus;
import org.groupdigest.job.model.Json;
import org.groupdigest.job.model.RelatedTopic;
import org.groupdigest.job.model.Stage;
import org.groupdigest.job.model.WindowRef;
import org.groupdigest.job.redact.WindowRedactor;
import org.junit.jupiter.api.Test;

/** Each digest is compared with the one before it, in whatever order they are finished. */
class BaselineFunctionTest {

  private static final int DAYS = 7;

  @Test
  void theFirstDigestHasNoBaseline() throws Exception {
    try (BaselineHarness harness = new BaselineHarness()) {
      List<DigestDraft> out = harness.take(digest(0));

      assertThat(out).hasSize(1);
      assertThat(out.get(0).delta().hasBaseline()).isFalse();
    }
  }

  @Test
  void theFirstDigestOfTheJobIsComparedWithTheStores() throws Exception {
    BaselineSnapshot stored =
        new BaselineSnapshot(
            "w-stored", Drafts.day(3).end(), List.of(new TopicSnapshot("even", 3, 4, null)), 0.8);
    try (BaselineHarness harness = new BaselineHarness()) {
      BaselineDelta delta = harness.take(digest(4, null).withStoredBaseline(stored)).get(0).delta();

      assertThat(delta.baselineWindowId()).isEqualTo("w-stored");
      assertThat(delta.continued()).containsExactly(new BaselineDelta.ContinuedTopic("even", 5));
    }
  }

  /** The store may not have seen yet what the job has. */
  @Test
  void whatTheJobHasSeenCountsMoreThanTheStore() throws Exception {
    BaselineSnapshot stored =
        new BaselineSnapshot("w-stale", Drafts.day(0).start(), List.of(), 0.1);
    try (BaselineHarness harness = new BaselineHarness()) {
      harness.take(digest(0));

      BaselineDelta delta = harness.take(digest(1).withStoredBaseline(stored)).get(0).delta();

      assertThat(delta.baselineWindowId()).isEqualTo(Drafts.day(0).windowId());
    }
  }

  @Test
  void aDigestWaitsForItsPredecessorThatIsOnItsWay() throws Exception {
    try (BaselineHarness harness = new BaselineHarness()) {
      assertThat(harness.take(digest(2))).isEmpty();
      assertThat(harness.take(digest(1))).isEmpty();

      assertThat(ids(harness.take(digest(0)))).containsExactly(id(0), id(1), id(2));
      assertThat(harness.stateEntries()).as("nobody waits any more").isEqualTo(1);
    }
  }

  @Property(tries = 60)
  void inAnyOrderTheDeltasAreTheSame(@ForAll Random random) throws Exception {
    List<DigestDraft> ordered = week();
    List<DigestDraft> shuffled = new ArrayList<>(ordered);
    Collections.shuffle(shuffled, random);

    assertThat(deltas(shuffled)).isEqualTo(deltas(ordered)).hasSize(DAYS);
  }

  @Test
  void aWindowWithoutADigestHandsOnTheBaselineThatItHad() throws Exception {
    DigestDraft failed = Drafts.open(Drafts.day(1), id(0));
    try (BaselineHarness harness = new BaselineHarness()) {
      harness.take(digest(0));
      assertThat(harness.take(failed)).hasSize(1);

      BaselineDelta delta = harness.take(digest(2)).get(0).delta();

      assertThat(delta.baselineWindowId()).isEqualTo(id(0));
      assertThat(delta.topicOverlap()).isEqualTo(1.0);
    }
  }

  @Test
  void aTopicWhoseNearestOneIsInThePreviousDigestGoesOn() throws Exception {
    try (BaselineHarness harness = new BaselineHarness()) {
      harness.take(digest(0));
      RelatedTopic nearest =
          new RelatedTopic("odd", "d-0", id(0), Drafts.day(0).end(), "m1", 0.9, "even");

      BaselineDelta delta = harness.take(digest(1).withRelated(List.of(nearest))).get(0).delta();

      assertThat(delta.continued()).extracting(ContinuedTopic::title).contains("odd");
    }
  }

  @Test
  void aWindowThatWasEmptiedHandsOnItsBaselineAndHasNoComparison() throws Exception {
    DigestDraft open = Drafts.open(Drafts.day(1), id(0));
    DigestDraft emptied = open.withContext(WindowRedactor.without(open.context(), Set.of("m1")));
    try (BaselineHarness harness = new BaselineHarness()) {
      harness.take(digest(0));
      assertThat(harness.take(digest(2))).as("it waits for the one before it").isEmpty();

      List<DigestDraft> out = harness.take(emptied);

      assertThat(ids(out)).containsExactly(id(1), id(2));
      assertThat(out.get(0).delta()).isNull();
      assertThat(out.get(1).delta().baselineWindowId()).isEqualTo(id(0));
    }
  }

  @Test
  void aRequestedDigestIsComparedButNobodyIsComparedWithIt() throws Exception {
    WindowRef requested = Drafts.requestedAtNoon(2);
    try (BaselineHarness harness = new BaselineHarness()) {
      harness.take(digest(0));
      int entries = harness.stateEntries();

      BaselineDelta delta = harness.take(digest(requested, id(0), 0)).get(0).delta();

      assertThat(delta.baselineWindowId()).isEqualTo(id(0));
      assertThat(harness.stateEntries()).isEqualTo(entries);
      assertThat(harness.take(digest(1)).get(0).delta().baselineWindowId()).isEqualTo(id(0));
    }
  }

  @Test
  void aRequestedDigestWaitsAsWell() throws Exception {
    WindowRef requested = Drafts.requestedAtNoon(2);
    try (BaselineHarness harness = new BaselineHarness()) {
      assertThat(harness.take(digest(requested, id(0), 0))).isEmpty();

      assertThat(ids(harness.take(digest(0)))).containsExactly(id(0), requested.windowId());
    }
  }

  @Test
  void aReplayOfAnOldWindowIsComparedAsTheFirstTime() throws Exception {
    try (BaselineHarness harness = new BaselineHarness()) {
      Map<String, BaselineDelta> first = new TreeMap<>();
      for (DigestDraft draft : week()) {
        harness.take(draft).forEach(out -> first.put(id(out), out.delta()));
      }

      DigestDraft again = harness.take(digest(3)).get(0);

      assertThat(again.delta()).isEqualTo(first.get(id(3)));
      assertThat(harness.take(digest(4)).get(0).delta()).isEqualTo(first.get(id(4)));
    }
  }

  /** Its predecessor was forgotten long ago and will not come again. */
  @Test
  void aReplayOfTheDistantPastDoesNotWait() throws Exception {
    try (BaselineHarness harness = new BaselineHarness()) {
      for (int day = 0; day < 40; day++) {
        harness.take(digest(day));
      }

      assertThat(harness.take(digest(5))).hasSize(1);
    }
  }

  @Test
  void theStateStaysBounded() throws Exception {
    try (BaselineHarness harness = new BaselineHarness()) {
      for (int day = 0; day < 60; day++) {
        harness.take(digest(day));
      }

      assertThat(harness.stateEntries()).isEqualTo(1);
      assertThat(harness.chain().finished()).hasSize(BaselineChain.KEPT_WINDOWS);
    }
  }

  /** A title may quote a message, and an erasure does not reach this state. */
  @Test
  void noTitleIsReadableInWhatIsRemembered() throws Exception {
    BaselineSnapshot stored =
        new BaselineSnapshot(
            "w-before",
            Drafts.day(0).start(),
            List.of(new BaselineSnapshot.TopicSnapshot("The well is dry", 3, 2, "t1")),
            0.8);
    try (BaselineHarness harness = new BaselineHarness()) {
      harness.take(digest(0));
      harness.take(Drafts.open(Drafts.day(7)).withStoredBaseline(stored));

      assertThat(Json.write(harness.chain()))
          .contains("sha256:")
          .doesNotContain("even")
          .doesNotContain("well is dry");
      BaselineDelta delta = harness.take(digest(2, id(0))).get(0).delta();
      assertThat(delta.topicOverlap()).as("and yet it is known").isEqualTo(1.0);
      assertThat(delta.continued())
          .extracting(BaselineDelta.ContinuedTopic::title)
          .contains("even");
    }
  }

  @Test
  void aDigestThatWaitsSurvivesARestart() throws Exception {
    OperatorSubtaskState snapshot;
    try (BaselineHarness harness = new BaselineHarness()) {
      harness.take(digest(0));
      assertThat(harness.take(digest(2))).isEmpty();
      snapshot = harness.snapshot();
    }
    try (BaselineHarness restored = new BaselineHarness(snapshot)) {
      List<DigestDraft> out = restored.take(digest(1));

      assertThat(ids(out)).containsExactly(id(1), id(2));
      assertThat(out.get(0).delta().baselineWindowId()).isEqualTo(id(0));
      assertThat(out.get(1)).isEqualTo(digest(2).withDelta(out.get(1).delta()));
    }
  }

  @Test
  void aDraftThatHasEndedPassesThroughUntouched() throws Exception {
    DigestDraft ended = Drafts.ended(DigestStatus.SKIPPED_EMPTY_WINDOW);
    try (BaselineHarness harness = new BaselineHarness()) {
      assertThat(harness.take(ended)).containsExactly(ended);
      assertThat(harness.stateEntries()).isZero();
    }
  }

  private static Map<String, BaselineDelta> deltas(List<DigestDraft> drafts) throws Exception {
    Map<String, BaselineDelta> deltas = new TreeMap<>();
    try (BaselineHarness harness = new BaselineHarness()) {
      for (DigestDraft draft : drafts) {
        harness.take(draft).forEach(out -> deltas.put(id(out), out.delta()));
      }
    }
    return deltas;
  }

  /** Seven days; the third had no digest. */
  private static List<DigestDraft> week() {
    List<DigestDraft> week = new ArrayList<>();
    for (int day = 0; day < DAYS; day++) {
      week.add(day == 2 ? Drafts.open(Drafts.day(2), id(1)) : digest(day));
    }
    return week;
  }

  private static DigestDraft digest(int day) {
    return digest(day, day == 0 ? null : id(day - 1));
  }

  private static DigestDraft digest(int day, String predecessorId) {
    return digest(Drafts.day(day), predecessorId, day);
  }

  private static DigestDraft digest(WindowRef window, String predecessorId, int day) {
    return Drafts.with(
        Drafts.open(window, predecessorId),
        Drafts.artifact(Stage.SYNTHESIS_AGENT, Drafts.synthesis("It moves on")),
        Drafts.artifact(Stage.TOPIC_AGENT, Drafts.topics(day % 2 == 0 ? "even" : "odd")),
        Drafts.artifact(Stage.EVALUATION_AGENT, Drafts.scores(0.5 + day % 5 / 10.0)));
  }

  private static List<String> ids(List<DigestDraft> drafts) {
    return drafts.stream().map(BaselineFunctionTest::id).toList();
  }

  private static String id(DigestDraft draft) {
    return draft.context().window().windowId();
  }

  private static String id(int day) {
    return Drafts.day(day).windowId();
  }
}
