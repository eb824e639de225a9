package org.groupdigest.job.stage.compact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.groupdigest.job.model.Checksums;
import org.groupdigest.job.model.Json;
import org.groupdigest.job.model.Message;
import org.groupdigest.job.model.ModelCall;
import org.groupdigest.job.model.Roles;
import org.groupdigest.job.model.Segments;
import org.groupdigest.job.model.Stage;
import org.groupdigest.job.model.StageArtifact;
import org.groupdigest.job.model.StageOutcome;
import org.groupdigest.job.model.TenantQuotas;
import org.groupdigest.job.model.WindowContext;
import org.groupdigest.job.stage.GuardedStageRunner;
import org.groupdigest.job.stage.StageRequest;
import org.groupdigest.job.stage.StageResult;
import org.groupdigest.job.stage.StageRunner;
import org.groupdigest.job.stage.StagesDone;
import org.groupdigest.job.stage.extractive.ExtractiveEngine;
import org.groupdigest.job.stage.guard.GuardResult;
import org.groupdigest.job.stage.guard.StageGuard;
import org.groupdigest.job.testing.WindowFixture;
import org.junit.jupiter.api.Test;

/** Short ids and chunks are nobody's business but the model's. */
class ChunkedStageRunnerTest {

  private static final List<Stage> READERS =
      List.of(Stage.SEGMENTER_AGENT, Stage.EMOTION_AGENT, Stage.ROLES_AGENT);

  private final StageGuard guard = new StageGuard();
  private final List<StageRequest> asked = new ArrayList<>();

  @Test
  void theModelSeesShortIdsAndTheWindowGetsItsOwnBack() {
    WindowContext window = chat(3);
    StageRunner runner = chunked(request -> segments(request, "1", "3"));

    StageArtifact artifact = done(run(runner, window, List.of(Stage.SEGMENTER_AGENT)), 0);

    assertThat(asked).hasSize(1);
    assertThat(asked.get(0).context().messages())
        .extracting(Message::messageId)
        .containsExactly("1", "2", "3");
    assertThat(read(artifact).units().get(0).messageIds()).containsExactly("tg:1000", "tg:1002");
    assertThat(artifact.checksum()).isEqualTo(Checksums.sha256(artifact.payload()));
  }

  @Test
  void whatEarlierStagesFoundIsShownUnderTheSameShortIds() {
    WindowContext window = chat(3);
    Segments found =
        new Segments(List.of(new Segments.Unit("u1", "meta", "x", List.of("tg:1001"), 1)));
    StageRequest request =
        StageRequest.of(
            List.of(Stage.TOPIC_AGENT),
            window,
            "en",
            Map.of("segmenter_agent", Artifacts.of(Stage.SEGMENTER_AGENT, found)));

    chunked(one -> failed(one, "timeout")).run(request).toCompletableFuture().join();

    assertThat(asked.get(0).payload(Stage.SEGMENTER_AGENT, Segments.class).orElseThrow().units())
        .extracting(Segments.Unit::messageIds)
        .containsExactly(List.of("2"));
  }

  @Test
  void aLargeWindowIsReadInChunksAndEachIdIsTheSameInAllOfThem() {
    WindowContext window = chat(25);
    StageRunner runner = chunked(this::segmentOfFirst);

    StagesDone done = run(runner, window, List.of(Stage.SEGMENTER_AGENT));

    assertThat(asked).hasSize(3);
    assertThat(asked).allMatch(request -> request.callsLeft() == 7);
    assertThat(read(done(done, 0)).units())
        .extracting(unit -> unit.messageIds().get(0))
        .containsExactly("tg:1000", "tg:1009", "tg:1018");
    assertThat(done.calls()).extracting(ModelCall::callId).containsExactly("c1", "c10", "c19");
  }

  @Test
  void stagesThatReadFindingsGetTheWindowWhole() {
    for (Stage stage :
        List.of(
            Stage.ROLES_AGENT, Stage.TOPIC_AGENT, Stage.SYNTHESIS_AGENT, Stage.EVALUATION_AGENT)) {
      asked.clear();
      run(chunked(one -> failed(one, "timeout")), chat(25), List.of(stage));
      assertThat(asked).hasSize(1);
    }
    asked.clear();
    run(
        chunked(one -> failed(one, "timeout")),
        chat(25),
        List.of(Stage.SEGMENTER_AGENT, Stage.TOPIC_AGENT));
    assertThat(asked).hasSize(1);
  }

  @Test
  void aChunkThatThrowsBreaksOrFailsCostsItselfAlone() {
    for (Function<StageRequest, CompletableFuture<StagesDone>> bad :
        List.<Function<StageRequest, CompletableFuture<StagesDone>>>of(
            request -> {
              throw new IllegalStateException("scripted");
            },
            request -> CompletableFuture.failedFuture(new IllegalStateException("scripted")),
            request -> CompletableFuture.completedFuture(failed(request, "timeout")))) {
      StageRunner runner =
          new ChunkedStageRunner(
              request ->
                  isFirst(request)
                      ? bad.apply(request)
                      : CompletableFuture.completedFuture(segmentOfFirst(request)),
              guard,
              10,
              10);

      StagesDone done = run(runner, chat(25), List.of(Stage.SEGMENTER_AGENT));

      assertThat(done(done, 0).outcome()).isEqualTo(StageOutcome.DEGRADED);
      assertThat(done(done, 0).notes()).contains(ArtifactMerge.PARTLY_FAILED);
      assertThat(done.calls()).hasSize(2);
    }
  }

  @Test
  void chunksRunSideBySide() {
    List<CompletableFuture<StagesDone>> open = new ArrayList<>();
    StageRunner runner =
        new ChunkedStageRunner(
            request -> {
              asked.add(request);
              open.add(new CompletableFuture<>());
              return open.get(open.size() - 1);
            },
            guard,
            10,
            10);

    CompletableFuture<StagesDone> all =
        runner.run(request(chat(25), List.of(Stage.SEGMENTER_AGENT))).toCompletableFuture();
    assertThat(open).hasSize(3);
    for (int i = 2; i >= 0; i--) {
      assertThat(all).isNotDone();
      open.get(i).complete(segmentOfFirst(asked.get(i)));
    }
    assertThat(read(done(all.join(), 0)).units()).hasSize(3);
  }

  @Test
  void anAnswerThatCannotBeTakenBackToTheWindowFailsTheStageAndKeepsTheReceipts() {
    StagesDone done =
        run(chunked(request -> segments(request, "99")), chat(3), List.of(Stage.SEGMENTER_AGENT));

    assertThat(done.results())
        .containsExactly(new StageResult.Failed(Stage.SEGMENTER_AGENT, "internal_error", 1));
    assertThat(done.calls()).hasSize(1);
  }

  @Test
  void aWindowThatCannotBeReadFailsItsStagesAndThrowsNothing() {
    StageRequest request = StageRequest.of(READERS, null, "en", Map.of());
    StagesDone done = chunked(one -> null).run(request).toCompletableFuture().join();
    assertThat(done.results()).hasSize(3).allMatch(one -> one instanceof StageResult.Failed);
  }

  @Test
  void theBuiltInEngineSaysTheSameAboutAWindowUnderShortIds() {
    WindowContext window = talk();
    StageRunner plain = builtIn();
    List<StageResult> direct = run(plain, window, READERS).results();
    List<StageResult> compact =
        run(new ChunkedStageRunner(plain, guard, 150, 100), window, READERS).results();
    assertThat(compact).isEqualTo(direct);
  }

  @Test
  void mergedAnswersOfTheBuiltInEngineStandBeforeTheGuardOfTheWholeWindow() {
    WindowContext window = talk();

    StagesDone done = run(new ChunkedStageRunner(builtIn(), guard, 10, 8), window, READERS);

    for (int i = 0; i < READERS.size(); i++) {
      StageArtifact artifact = done(done, i);
      assertThat(artifact.stage()).isEqualTo(READERS.get(i));
      assertThat(guard.check(artifact.stage(), artifact.payload(), window))
          .isEqualTo(new GuardResult.Accepted(artifact.payload(), 1.0, List.of()));
    }
    assertThat(read(done(done, 0)).units()).isNotEmpty();
    assertThat(Json.read(done(done, 2).payload(), Roles.class).participants())
        .extracting(Roles.Participant::username)
        .doesNotHaveDuplicates()
        .contains("nora", "felix");
  }

  private StageRunner builtIn() {
    ExtractiveEngine engine = new ExtractiveEngine(Runnable::run);
    return new GuardedStageRunner(engine, engine, guard, 0, Duration.ofMinutes(1));
  }

  private StageRunner chunked(Function<StageRequest, StagesDone> answer) {
    return new ChunkedStageRunner(
        request -> {
          asked.add(request);
          return CompletableFuture.completedFuture(answer.apply(request));
        },
        guard,
        10,
        10);
  }

  private static boolean isFirst(StageRequest request) {
    return request.context().messages().get(0).messageId().equals("1");
  }

  private StagesDone segmentOfFirst(StageRequest request) {
    return segments(request, request.context().messages().get(0).messageId());
  }

  private static StagesDone segments(StageRequest request, String... ids) {
    String number = ids[0];
    Segments payload =
        new Segments(
            List.of(
                new Segments.Unit(
                    "u1",
                    "meta",
                    "hello " + "again ".repeat(Integer.parseInt(number)),
                    List.of(ids),
                    1)));
    ModelCall call =
        new ModelCall("c" + number, request.stages(), "model-1", 100, 10, 0, 1, false, List.of());
    return new StagesDone(
        List.of(new StageResult.Done(Artifacts.of(Stage.SEGMENTER_AGENT, payload))), List.of(call));
  }

  private static StagesDone failed(StageRequest request, String code) {
    return new StagesDone(
        request.stages().stream()
            .map(stage -> (StageResult) new StageResult.Failed(stage, code, 1))
            .toList(),
        List.of());
  }

  private static StagesDone run(StageRunner runner, WindowContext window, List<Stage> stages) {
    return runner.run(request(window, stages)).toCompletableFuture().join();
  }

  private static StageRequest request(WindowContext window, List<Stage> stages) {
    return new StageRequest(
        stages, window, "en", Map.of(), null, List.of(), null, TenantQuotas.NONE, 7, 1);
  }

  private static StageArtifact done(StagesDone done, int index) {
    assertThat(done.results().get(index)).isInstanceOf(StageResult.Done.class);
    return ((StageResult.Done) done.results().get(index)).artifact();
  }

  private static Segments read(StageArtifact artifact) {
    return Json.read(artifact.payload(), Segments.class);
  }

  private static WindowContext chat(int messages) {
    WindowFixture chat = new WindowFixture();
    for (int i = 0; i < messages; i++) {
      chat.message("tg:" + (1000 + i), "p" + i % 4, "hello again " + i);
    }
    return chat.build();
  }

  private static WindowContext talk() {
    return new WindowFixture()
        .message("w1", "nora", "The payment webhook is losing events since the morning.")
        .reply("w2", "felix", "I can reproduce it, the queue drops everything that waits.", "w1")
        .reply("w3", "nora", "So the queue timeout is the cause? The retries hid the loss.", "w2")
        .reply("w4", "felix", "Yes, raising the timeout of the queue fixes it on staging.", "w3")
        .reply("w5", "ivan", "We decided to freeze the release until the fix is deployed.", "w4")
        .reply("w6", "nora", "+1, agreed, thank you", "w5")
        .message("w7", "felix", "I will write the load test for the payment webhook by Friday.")
        .reply("w8", "ivan", "thanks felix!", "w7")
        .message("w9", "paula", "How do I get access to the new metrics dashboard?")
        .reply("w10", "ivan", "Join the observability team, then the dashboard opens.", "w9")
        .reply("w11", "paula", "thanks, that worked", "w10")
        .message("w12", "greta", "Who owns the alert about lost payment events these days?")
        .thread("th1", "w1", "w2", "w3", "w4", "w5", "w6")
        .thread("th2", "w7", "w8")
        .thread("th3", "w9", "w10", "w11")
        .build();
  }
}
