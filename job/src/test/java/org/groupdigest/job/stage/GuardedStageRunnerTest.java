package org.groupdigest.job.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.groupdigest.job.model.Checksums;
import org.groupdigest.job.model.EmotionProfile;
import org.groupdigest.job.model.Json;
import org.groupdigest.job.model.Stage;
import org.groupdigest.job.model.StageArtifact;
import org.groupdigest.job.model.StageOutcome;
import org.groupdigest.job.model.TenantQuotas;
import org.groupdigest.job.model.WindowContext;
import org.groupdigest.job.stage.guard.StageGuard;
import org.groupdigest.job.testing.ScriptedEngine;
import org.groupdigest.job.testing.WindowFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A stage ends in an artifact or a failure, after exactly the tries that are configured. */
class GuardedStageRunnerTest {

  private static final Stage STAGE = Stage.EMOTION_AGENT;
  private static final List<Stage> TOGETHER = List.of(Stage.SEGMENTER_AGENT, STAGE);
  private static final String GOOD = emotion("neutral", 0.25);
  private static final String BAD = "{\"tone\":\"furious\"}";
  private static final Duration LONG = Duration.ofMinutes(1);

  private final WindowContext window =
      new WindowFixture().message("1", "anna", "The build is red again").build();
  private final ScriptedEngine model = new ScriptedEngine("model-1");
  private final ScriptedEngine builtIn = new ScriptedEngine("extractive-1");

  @Test
  void aGoodAnswerIsAskedForOnceAndKeptWithItsOrigin() {
    model.says(STAGE, "Here you are:\n```json\n" + GOOD + "\n```");

    StageArtifact artifact = done(run(2, LONG));

    assertThat(artifact.stage()).isEqualTo(STAGE);
    assertThat(artifact.outcome()).isEqualTo(StageOutcome.OK);
    assertThat(artifact.modelId()).isEqualTo("model-1");
    assertThat(artifact.promptId()).isEqualTo("prompt");
    assertThat(artifact.promptVersion()).isEqualTo("v7");
    assertThat(artifact.schemaVersion()).isEqualTo(StageRunner.SCHEMA_VERSION);
    assertThat(artifact.attempts()).isEqualTo(1);
    assertThat(artifact.promptTokens()).isEqualTo(10);
    assertThat(artifact.answerTokens()).isEqualTo(5);
    assertThat(artifact.payload()).isEqualTo(GOOD);
    assertThat(artifact.checksum()).isEqualTo(Checksums.sha256(GOOD));
    assertThat(model.requests()).hasSize(1);
    assertThat(builtIn.requests()).isEmpty();
  }

  @Test
  void aRepairIsShownWhatWasWrongAndWhichTryItIs() {
    model.says(STAGE, BAD).says(STAGE, GOOD);

    StageArtifact artifact = done(run(2, LONG));

    assertThat(artifact.outcome()).isEqualTo(StageOutcome.REPAIRED);
    assertThat(artifact.attempts()).isEqualTo(2);
    assertThat(model.requests().get(0).notes()).isEmpty();
    StageRequest repair = model.requests().get(1);
    assertThat(repair.attempt()).isEqualTo(2);
    assertThat(repair.notes()).isNotEmpty().allMatch(note -> note.startsWith("$"));
    assertThat(repair.notes()).noneMatch(note -> note.contains("furious"));
    assertThat(repair.context()).isSameAs(window);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 5})
  void afterTheConfiguredRepairsTheBuiltInEngineAnswers(int maxRepairs) {
    model.says(STAGE, BAD);
    builtIn.says(STAGE, GOOD);

    StageArtifact artifact = done(run(maxRepairs, LONG));

    assertThat(artifact.outcome()).isEqualTo(StageOutcome.FALLBACK);
    assertThat(artifact.modelId()).isEqualTo("extractive-1");
    assertThat(artifact.attempts()).isEqualTo(maxRepairs + 2);
    assertThat(model.requests())
        .extracting(StageRequest::attempt)
        .containsExactlyElementsOf(IntStream.rangeClosed(1, maxRepairs + 1).boxed().toList());
    assertThat(builtIn.requests())
        .singleElement()
        .satisfies(request -> assertThat(request.notes()).isEmpty());
  }

  @Test
  void aModelThatDoesNotAnswerInTimeIsReplaced() {
    model.staysSilent(STAGE);
    builtIn.says(STAGE, GOOD);

    StageArtifact artifact = done(run(2, Duration.ofMillis(5)));

    assertThat(artifact.outcome()).isEqualTo(StageOutcome.FALLBACK);
    assertThat(artifact.attempts()).isEqualTo(2);
    assertThat(model.requests()).hasSize(1);
  }

  @Test
  void aModelThatFailsIsNotRepairedButReplaced() {
    model.fails(STAGE, "http_500");
    builtIn.says(STAGE, GOOD);

    assertThat(done(run(2, LONG)).outcome()).isEqualTo(StageOutcome.FALLBACK);
    assertThat(model.requests()).hasSize(1);
  }

  @Test
  void anEngineThatThrowsIsReplaced() {
    model.throwsUp(STAGE);
    builtIn.says(STAGE, GOOD);

    assertThat(done(run(2, LONG)).outcome()).isEqualTo(StageOutcome.FALLBACK);
  }

  @Test
  void anEngineThatCompletesExceptionallyIsReplaced() {
    model.breaks(STAGE);
    builtIn.says(STAGE, GOOD);

    assertThat(done(run(2, LONG)).outcome()).isEqualTo(StageOutcome.FALLBACK);
  }

  /** What goes wrong unforeseen while an answer is judged costs that answer, not the stage. */
  @Test
  void anAnswerThatNobodyCanJudgeIsReplaced() {
    model.saysNull(STAGE);
    builtIn.says(STAGE, GOOD);

    assertThat(done(run(2, LONG)).outcome()).isEqualTo(StageOutcome.FALLBACK);
  }

  @Test
  void whenBothFailTheStageFailsWithTheLastCode() {
    model.fails(STAGE, "http_401");
    builtIn.fails(STAGE, "out_of_words");

    StageResult result = run(2, LONG);

    assertThat(result).isEqualTo(new StageResult.Failed(STAGE, "out_of_words", 2));
  }

  @Test
  void whenBothAreRefusedTheStageFailsAsRefused() {
    model.says(STAGE, BAD);
    builtIn.says(STAGE, "no JSON at all");

    StageResult result = run(1, LONG);

    assertThat(result).isEqualTo(new StageResult.Failed(STAGE, "guard_rejected", 3));
  }

  @Test
  void whenBothThrowTheStageFailsAndDoesNotThrow() {
    model.throwsUp(STAGE);
    builtIn.throwsUp(STAGE);

    assertThat(run(1, LONG)).isEqualTo(new StageResult.Failed(STAGE, "engine_error", 2));
  }

  @Test
  void whenNobodyAnswersInTimeTheStageFails() {
    model.staysSilent(STAGE);
    builtIn.staysSilent(STAGE);

    StageResult result = run(2, Duration.ofMillis(5));

    assertThat(result).isEqualTo(new StageResult.Failed(STAGE, "timeout", 2));
  }

  @Test
  void theBuiltInEngineAloneIsAskedOnceAndIsNoFallback() {
    builtIn.says(STAGE, GOOD);

    StageArtifact artifact = done(run(new GuardedStageRunner(builtIn, builtIn, guard(), 2, LONG)));

    assertThat(artifact.outcome()).isEqualTo(StageOutcome.OK);
    assertThat(builtIn.requests()).hasSize(1);
  }

  @Test
  void theBuiltInEngineAloneIsNotAskedToRepairItself() {
    builtIn.says(STAGE, BAD);

    StageResult result = run(new GuardedStageRunner(builtIn, builtIn, guard(), 2, LONG));

    assertThat(result).isEqualTo(new StageResult.Failed(STAGE, "guard_rejected", 1));
    assertThat(builtIn.requests()).hasSize(1);
  }

  @Test
  void whatPassedIsNotAskedForAgain() {
    model.saysTogether("{\"emotion_agent\":" + GOOD + ",\"segmenter_agent\":{\"units\":\"none\"}}");
    model.says(Stage.SEGMENTER_AGENT, "{\"units\":[]}");

    StagesDone done = runTogether(2, StageRequest.ANY_CALLS);

    assertThat(done.results()).extracting(StageResult::stage).containsExactlyElementsOf(TOGETHER);
    assertThat(outcomes(done)).containsExactly(StageOutcome.REPAIRED, StageOutcome.OK);
    assertThat(model.requests().get(1).stages()).containsExactly(Stage.SEGMENTER_AGENT);
    assertThat(model.requests().get(1).refusedAnswer()).contains("emotion_agent");
    assertThat(done.calls()).as("both are billed").hasSize(2);
  }

  @Test
  void onlyTheStageThatNobodyRepairsFallsBack() {
    model.saysTogether("{\"emotion_agent\":" + GOOD + "}");
    builtIn.says(Stage.SEGMENTER_AGENT, "{\"units\":[]}");

    StagesDone done = runTogether(0, StageRequest.ANY_CALLS);

    assertThat(outcomes(done)).containsExactly(StageOutcome.FALLBACK, StageOutcome.OK);
    assertThat(builtIn.requests()).hasSize(1);
  }

  @Test
  void withoutACallLeftNothingIsRepaired() {
    model.saysTogether("{\"emotion_agent\":" + GOOD + "}");
    builtIn.says(Stage.SEGMENTER_AGENT, "{\"units\":[]}");

    StagesDone done = runTogether(5, 1);

    assertThat(model.requests()).hasSize(1);
    assertThat(outcomes(done)).containsExactly(StageOutcome.FALLBACK, StageOutcome.OK);
  }

  @Test
  void theTokensOfASharedCallAddUpOverItsStages() {
    model.saysTogether("{\"emotion_agent\":" + GOOD + ",\"segmenter_agent\":{\"units\":[]}}");

    List<StageArtifact> artifacts =
        runTogether(2, StageRequest.ANY_CALLS).results().stream()
            .map(GuardedStageRunnerTest::done)
            .toList();

    assertThat(artifacts.stream().mapToInt(StageArtifact::promptTokens).sum()).isEqualTo(10);
    assertThat(artifacts.stream().mapToInt(StageArtifact::answerTokens).sum()).isEqualTo(5);
  }

  private StagesDone runTogether(int maxRepairs, int callsLeft) {
    StageRunner runner = new GuardedStageRunner(model, builtIn, guard(), maxRepairs, LONG);
    StageRequest request =
        new StageRequest(
            TOGETHER,
            window,
            "en",
            Map.of(),
            null,
            List.of(),
            null,
            TenantQuotas.NONE,
            callsLeft,
            1);
    return runner.run(request).toCompletableFuture().join();
  }

  private static List<StageOutcome> outcomes(StagesDone done) {
    return done.results().stream().map(result -> done(result).outcome()).toList();
  }

  private StageResult run(int maxRepairs, Duration timeout) {
    return run(new GuardedStageRunner(model, builtIn, guard(), maxRepairs, timeout));
  }

  /** Never exceptionally: else this would throw. */
  private StageResult run(StageRunner runner) {
    StageRequest request = StageRequest.of(List.of(STAGE), window, "en", Map.of());
    StagesDone done = runner.run(request).toCompletableFuture().join();
    assertThat(done.results()).hasSize(1);
    return done.results().get(0);
  }

  private static StageGuard guard() {
    return new StageGuard();
  }

  private static StageArtifact done(StageResult result) {
    assertThat(result).isInstanceOf(StageResult.Done.class);
    return ((StageResult.Done) result).artifact();
  }

  private static String emotion(String tone, double intensity) {
    return Json.write(new EmotionProfile(tone, intensity, 0, 0, 0, 0, List.of()));
  }
}
