package org.groupdigest.job.stage.compact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.groupdigest.job.model.Checksums;
import org.groupdigest.job.model.EmotionProfile;
import org.groupdigest.job.model.Json;
import org.groupdigest.job.model.Roles;
import org.groupdigest.job.model.Roles.Participant;
import org.groupdigest.job.model.Roles.WeightedRole;
import org.groupdigest.job.model.Segments;
import org.groupdigest.job.model.Segments.Unit;
import org.groupdigest.job.model.Stage;
import org.groupdigest.job.model.StageArtifact;
import org.groupdigest.job.model.StageOutcome;
import org.groupdigest.job.model.WindowContext;
import org.groupdigest.job.stage.StageResult;
import org.groupdigest.job.stage.guard.GuardResult;
import org.groupdigest.job.stage.guard.StageGuard;
import org.groupdigest.job.testing.WindowFixture;
import org.junit.jupiter.api.Test;

/** What chunks come to together says no more than they did, and where it comes from. */
class ChunkMergerTest {

  private final StageGuard guard = new StageGuard();
  private final WindowContext window =
      new WindowFixture()
          .message("1", "anna", "the build is red")
          .message("2", "gleb", "somebody broke the cache, the build is red")
          .message("3", "anna", "the deploy waits for the build")
          .message("4", "oleg", "the build is red for me too")
          .message("5", "anna", "the lunch is here")
          .build();
  private final List<WindowContext> chunks = List.of(part("1", "2", "3"), part("4", "5"));

  @Test
  void unitsStandInTheOrderOfTheConversationAndAreNumberedAnew() {
    Segments merged =
        segments(
            List.of(
                unit("u1", "risk", "the deploy waits", 0.5, "3"),
                unit("u2", "problem", "somebody broke the cache", 1, "2")),
            List.of(unit("u1", "meta", "the lunch is here", 1, "5")));

    assertThat(merged.units())
        .containsExactly(
            unit("u1", "problem", "somebody broke the cache", 1, "2"),
            unit("u2", "risk", "the deploy waits", 0.5, "3"),
            unit("u3", "meta", "the lunch is here", 1, "5"));
  }

  @Test
  void whatTwoChunksSayInTheSameWordsIsOneUnitWithTheSourcesOfBoth() {
    Segments merged =
        segments(
            List.of(unit("u1", "problem", "The build is red", 0.5, "1", "2")),
            List.of(unit("u1", "problem", "the build is RED ", 0.75, "4")));

    assertThat(merged.units())
        .containsExactly(unit("u1", "problem", "The build is red", 0.75, "1", "2", "4"));
  }

  @Test
  void unitsOfAnotherKindOrOfTheSameChunkStayApart() {
    assertThat(
            segments(
                    List.of(
                        unit("u1", "problem", "the build is red", 1, "1"),
                        unit("u2", "problem", "the build is red", 1, "2")),
                    List.of(unit("u1", "question", "the build is red", 1, "4")))
                .units())
        .hasSize(3);
  }

  /** "2 people" counts the sources of one chunk; with those of both it would be wrong. */
  @Test
  void aUnitThatCountsIsNotJoined() {
    Segments merged =
        segments(
            List.of(unit("u1", "problem", "2 people: the build is red", 1, "1", "2")),
            List.of(unit("u1", "problem", "2 people: the build is red", 1, "4", "5")));

    assertThat(merged.units()).hasSize(2);
  }

  @Test
  void tooManyUnitsLoseTheLeastSure() {
    List<Unit> many =
        IntStream.range(0, 390)
            .mapToObj(i -> unit("u" + i, "meta", "the build is red " + "!".repeat(i), 0.5, "1"))
            .toList();
    List<Unit> sure =
        IntStream.range(0, 20)
            .mapToObj(i -> unit("u" + i, "meta", "the lunch is here " + "!".repeat(i), 0.75, "5"))
            .toList();

    List<Unit> merged = segments(many, sure).units();

    assertThat(merged).hasSize(SegmentsMerge.MAX_UNITS);
    assertThat(merged.stream().filter(unit -> unit.confidence() == 0.75)).hasSize(20);
  }

  @Test
  void measuresOfTheMoodAreMeansByMessages() {
    EmotionProfile merged =
        emotion(
            new EmotionProfile("negative", 1, 0.5, 0, 0, 0, List.of("tense", "short")),
            new EmotionProfile("positive", 0, 0, 1, 0, 0.5, List.of("tense", "glad")));

    assertThat(merged)
        .isEqualTo(
            new EmotionProfile(
                "negative", 0.6, 0.3, 0.4, 0, 0.2, List.of("tense", "short", "glad")));
  }

  @Test
  void aToneThatDoesNotLeadIsNeutral() {
    List<WindowContext> even = List.of(part("1", "2"), part("4", "5"));
    List<StageResult> results =
        List.of(
            done(Stage.EMOTION_AGENT, new EmotionProfile("negative", 1, 0, 0, 0, 0, List.of())),
            done(Stage.EMOTION_AGENT, new EmotionProfile("positive", 1, 0, 0, 0, 0, List.of())));

    StageArtifact merged =
        artifact(new ChunkMerger(guard, window, even).merge(Stage.EMOTION_AGENT, results));

    assertThat(Json.read(merged.payload(), EmotionProfile.class).tone()).isEqualTo("neutral");
  }

  @Test
  void rolesCountByTheMessagesWrittenAndAddUpToOne() {
    Roles merged =
        roles(
            List.of(
                person("gleb", "", List.of("2"), new WeightedRole("critic", 1)),
                person(
                    "anna",
                    "",
                    List.of("1"),
                    new WeightedRole("initiator", 0.5),
                    new WeightedRole("expert", 0.5))),
            List.of(
                person("anna", "asks", List.of("5"), new WeightedRole("expert", 1)),
                person("oleg", "", List.of("4"), new WeightedRole("observer", 1))));

    Participant anna = merged.participants().get(0);
    assertThat(anna.username()).isEqualTo("anna");
    assertThat(anna.roles())
        .containsExactly(new WeightedRole("expert", 0.67), new WeightedRole("initiator", 0.33));
    assertThat(anna.dominantRole()).isEqualTo("expert");
    assertThat(anna.messageIds()).containsExactly("1", "5");
    assertThat(anna.comment()).isEqualTo("asks");
    assertThat(merged.participants())
        .extracting(Participant::username)
        .containsExactly("anna", "gleb", "oleg");
  }

  @Test
  void rolesWithoutWeightAreTakenByTheirLeader() {
    Roles merged =
        roles(List.of(person("gleb", "", List.of("2"), new WeightedRole("critic", 0))), List.of());
    assertThat(merged.participants().get(0).roles()).containsExactly(new WeightedRole("critic", 1));
  }

  /** In its own chunk nobody knows oleg, so that the chunk's guard cannot tell. */
  @Test
  void whoIsSaidToHaveSpokenInAChunkThatDoesNotKnowThemIsTakenOut() {
    List<StageResult> results =
        List.of(
            done(
                Stage.SEGMENTER_AGENT,
                new Segments(
                    List.of(
                        unit("u1", "meta", "oleg said the build is red", 1, "1"),
                        unit("u2", "meta", "the build is red", 1, "1")))),
            done(Stage.SEGMENTER_AGENT, new Segments(List.of())));

    StageArtifact merged = artifact(merger().merge(Stage.SEGMENTER_AGENT, results));

    assertThat(Json.read(merged.payload(), Segments.class).units())
        .extracting(Unit::text)
        .containsExactly("the build is red");
    assertThat(merged.notes()).anyMatch(note -> note.startsWith("$.units[0]"));
  }

  @Test
  void tokensAreAddedAndTheRestIsTheWorstOrTheMean() {
    StageArtifact merged =
        merged(
            Artifacts.of(Stage.EMOTION_AGENT, StageOutcome.OK, "m", 1, 1.0, List.of("a"), calm()),
            Artifacts.of(
                Stage.EMOTION_AGENT,
                StageOutcome.REPAIRED,
                "m",
                3,
                0.75,
                List.of("a", "b"),
                calm()));

    assertThat(merged.outcome()).isEqualTo(StageOutcome.REPAIRED);
    assertThat(merged.attempts()).isEqualTo(3);
    assertThat(merged.promptTokens()).isEqualTo(200);
    assertThat(merged.answerTokens()).isEqualTo(20);
    assertThat(merged.boundaryIntegrity()).isEqualTo(0.9);
    assertThat(merged.notes()).containsExactly("a", "b");
    assertThat(merged.checksum()).isEqualTo(Checksums.sha256(merged.payload()));
  }

  @Test
  void outcomesAreTheWorst() {
    assertThat(outcome(StageOutcome.OK, StageOutcome.CACHED)).isEqualTo(StageOutcome.OK);
    assertThat(outcome(StageOutcome.CACHED, StageOutcome.CACHED)).isEqualTo(StageOutcome.CACHED);
    assertThat(outcome(StageOutcome.REPAIRED, StageOutcome.CACHED))
        .isEqualTo(StageOutcome.REPAIRED);
    assertThat(outcome(StageOutcome.FALLBACK, StageOutcome.REPAIRED))
        .isEqualTo(StageOutcome.DEGRADED);
    assertThat(outcome(StageOutcome.FALLBACK, StageOutcome.FALLBACK))
        .isEqualTo(StageOutcome.FALLBACK);
  }

  @Test
  void aStandInForOneChunkIsSaidAndTheModelStaysTheAuthor() {
    StageArtifact merged =
        merged(
            Artifacts.of(Stage.EMOTION_AGENT, StageOutcome.FALLBACK, "extractive-1", calm()),
            Artifacts.of(Stage.EMOTION_AGENT, StageOutcome.OK, "model-1", calm()));

    assertThat(merged.modelId()).isEqualTo("model-1");
    assertThat(merged.promptId()).isEqualTo("model-1-prompt");
    assertThat(merged.notes()).containsExactly(ArtifactMerge.PARTLY_FALLBACK);
  }

  @Test
  void aStageThatFailedInOneChunkIsMergedFromTheRestAndSaysSo() {
    StageResult failed = new StageResult.Failed(Stage.EMOTION_AGENT, "timeout", 2);

    StageArtifact merged =
        artifact(
            merger()
                .merge(Stage.EMOTION_AGENT, List.of(failed, done(Stage.EMOTION_AGENT, calm()))));

    assertThat(merged.outcome()).isEqualTo(StageOutcome.DEGRADED);
    assertThat(merged.notes()).containsExactly(ArtifactMerge.PARTLY_FAILED);
    assertThat(merged.payload()).isEqualTo(Json.write(calm()));
  }

  @Test
  void aStageThatFailedInAllChunksFails() {
    StageResult result =
        merger()
            .merge(
                Stage.EMOTION_AGENT,
                List.of(
                    new StageResult.Failed(Stage.EMOTION_AGENT, "timeout", 2),
                    new StageResult.Failed(Stage.EMOTION_AGENT, "guard_rejected", 4)));

    assertThat(result).isEqualTo(new StageResult.Failed(Stage.EMOTION_AGENT, "timeout", 4));
  }

  @Test
  void stagesThatReadFindingsAreNotMerged() {
    StageResult topics = done(Stage.TOPIC_AGENT, List.of());
    assertThatThrownBy(() -> merger().merge(Stage.TOPIC_AGENT, List.of(topics, topics)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private ChunkMerger merger() {
    return new ChunkMerger(guard, window, chunks);
  }

  private WindowContext part(String... ids) {
    List<String> own = Arrays.asList(ids);
    return ChunkView.of(
        window, window.messages().stream().filter(m -> own.contains(m.messageId())).toList());
  }

  private StageArtifact merged(StageArtifact first, StageArtifact second) {
    return artifact(
        merger()
            .merge(
                first.stage(), List.of(new StageResult.Done(first), new StageResult.Done(second))));
  }

  private StageOutcome outcome(StageOutcome first, StageOutcome second) {
    return merged(
            Artifacts.of(Stage.EMOTION_AGENT, first, "m", calm()),
            Artifacts.of(Stage.EMOTION_AGENT, second, "m", calm()))
        .outcome();
  }

  private Segments segments(List<Unit> first, List<Unit> second) {
    return Json.read(
        accepted(
            merged(
                Artifacts.of(Stage.SEGMENTER_AGENT, new Segments(first)),
                Artifacts.of(Stage.SEGMENTER_AGENT, new Segments(second)))),
        Segments.class);
  }

  private Roles roles(List<Participant> first, List<Participant> second) {
    return Json.read(
        accepted(
            merged(
                Artifacts.of(Stage.ROLES_AGENT, new Roles(first)),
                Artifacts.of(Stage.ROLES_AGENT, new Roles(second)))),
        Roles.class);
  }

  private EmotionProfile emotion(EmotionProfile first, EmotionProfile second) {
    return Json.read(
        accepted(
            merged(
                Artifacts.of(Stage.EMOTION_AGENT, first),
                Artifacts.of(Stage.EMOTION_AGENT, second))),
        EmotionProfile.class);
  }

  /** Every merged payload stands before the guard of the whole window, with nothing taken out. */
  private String accepted(StageArtifact artifact) {
    GuardResult result = guard.check(artifact.stage(), artifact.payload(), window);
    assertThat(result).isEqualTo(new GuardResult.Accepted(artifact.payload(), 1.0, List.of()));
    return artifact.payload();
  }

  private static StageArtifact artifact(StageResult result) {
    assertThat(result).isInstanceOf(StageResult.Done.class);
    return ((StageResult.Done) result).artifact();
  }

  private static StageResult done(Stage stage, Object payload) {
    return new StageResult.Done(Artifacts.of(stage, payload));
  }

  private static EmotionProfile calm() {
    return new EmotionProfile("neutral", 0, 0, 0, 0, 0, List.of());
  }

  private static Unit unit(String id, String kind, String text, double sure, String... ids) {
    return new Unit(id, kind, text, List.of(ids), sure);
  }

  private static Participant person(
      String name, String comment, List<String> ids, WeightedRole... roles) {
    return new Participant(name, List.of(roles), roles[0].role(), ids, comment);
  }
}
