package org.groupdigest.job.llm.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.groupdigest.job.llm.LlmRouter;
import org.groupdigest.job.llm.RoutedAnswer;
import org.groupdigest.job.llm.RoutedRequest;
import org.groupdigest.job.llm.Tier;
import org.groupdigest.job.model.ModelCall;
import org.groupdigest.job.model.Stage;
import org.groupdigest.job.model.TenantQuotas;
import org.groupdigest.job.stage.StageAnswer;
import org.groupdigest.job.stage.StageRequest;
import org.junit.jupiter.api.Test;

class ModelEngineTest {

  private static final ModelCall CALL =
      new ModelCall("c-1", PromptFixture.MAP, "GigaChat-2", 900, 80, 120, 1, false, List.of());
  private static final StageRequest REQUEST = Requests.with(PromptFixture.MAP, null);

  private final List<RoutedRequest> routed = new ArrayList<>();
  private final Deque<Runnable> work = new ArrayDeque<>();

  @Test
  void theAnswerIsHandedOnAsItCameWithItsReceipt() {
    StageAnswer answer =
        answer(engine(new RoutedAnswer.Answered("```{}```", false, CALL)), REQUEST);

    Prompt prompt = PromptFixture.build(REQUEST);
    assertThat(answer)
        .isEqualTo(
            new StageAnswer.Text(
                "```{}```",
                "GigaChat-2",
                "map/ru",
                prompt.promptVersion(),
                List.of(),
                List.of(CALL)));
  }

  @Test
  void thePromptIsRoutedWithAllThatTheRouterNeeds() {
    StageRequest request =
        new StageRequest(
            PromptFixture.MAP,
            Requests.WINDOW,
            "ru",
            Map.of(),
            null,
            List.of(),
            null,
            new TenantQuotas(3, 4L, 5L),
            StageRequest.ANY_CALLS,
            1);

    answer(engine(new RoutedAnswer.Answered("{}", false, CALL)), request);

    Prompt prompt = PromptFixture.build(request);
    assertThat(routed)
        .singleElement()
        .satisfies(
            sent -> {
              assertThat(sent.window()).isEqualTo(Requests.WINDOW.window());
              assertThat(sent.stages()).isEqualTo(PromptFixture.MAP);
              assertThat(sent.promptId()).isEqualTo(prompt.promptId());
              assertThat(sent.promptVersion()).isEqualTo(prompt.promptVersion());
              assertThat(sent.messages()).isEqualTo(prompt.messages());
              assertThat(sent.schema()).isEqualTo(prompt.schema());
              assertThat(sent.promptTokens()).isEqualTo(prompt.promptTokens());
              assertThat(sent.maxAnswerTokens()).isEqualTo(prompt.maxAnswerTokens());
              assertThat(sent.quotas()).isEqualTo(new TenantQuotas(3, 4L, 5L));
            });
  }

  @Test
  void theBestTierOfTheStagesWins() {
    ModelEngine engine = engine(new RoutedAnswer.Answered("{}", false, CALL));

    answer(engine, REQUEST);
    answer(engine, Requests.with(PromptFixture.DIGEST, null));
    answer(engine, Requests.with(PromptFixture.JUDGE, null));

    assertThat(routed.stream().map(RoutedRequest::tier))
        .containsExactly(Tier.BASE, Tier.PRO, Tier.MAX);
  }

  @Test
  void aFailureKeepsItsCodeAndItsReceipt() {
    StageAnswer answer = answer(engine(new RoutedAnswer.Failed("circuit_open", CALL)), REQUEST);

    assertThat(answer).isEqualTo(new StageAnswer.Failed("circuit_open", "", List.of(CALL)));
  }

  @Test
  void anAnswerThatWasCutIsHandedOnAndSaysSo() {
    StageAnswer answer = answer(engine(new RoutedAnswer.Answered("{\"segm", true, CALL)), REQUEST);

    assertThat(((StageAnswer.Text) answer).text()).isEqualTo("{\"segm");
    assertThat(((StageAnswer.Text) answer).notes()).containsExactly(ModelEngine.TRUNCATED_ANSWER);
  }

  @Test
  void messagesThatWereLeftOutAreTold() {
    ModelEngine small =
        engine(PromptFixture.builder(8_000), new RoutedAnswer.Answered("{}", false, CALL));
    StageRequest large =
        PromptFixture.request(PromptFixture.MAP, OrdinaryChat.window(400, "ru"), Map.of());

    assertThat(((StageAnswer.Text) answer(small, large)).notes())
        .containsExactly(Prompt.TRUNCATED_INPUT);
  }

  @Test
  void withoutRoomForAPromptNobodyIsAsked() {
    StageAnswer answer =
        answer(
            engine(PromptFixture.builder(500), new RoutedAnswer.Answered("{}", false, CALL)),
            REQUEST);

    assertThat(answer)
        .isInstanceOfSatisfying(
            StageAnswer.Failed.class,
            failed -> {
              assertThat(failed.errorCode()).isEqualTo("context_too_long");
              assertThat(failed.calls()).isEmpty();
            });
    assertThat(routed).isEmpty();
  }

  @Test
  void theCallersThreadWritesNoPrompt() {
    CompletionStage<StageAnswer> pending =
        engine(new RoutedAnswer.Answered("{}", false, CALL)).answer(REQUEST);

    assertThat(pending.toCompletableFuture()).isNotDone();
    assertThat(routed).isEmpty();
    work.remove().run();
    assertThat(pending.toCompletableFuture()).isCompleted();
  }

  private ModelEngine engine(RoutedAnswer answer) {
    return engine(PromptFixture.builder(), answer);
  }

  private ModelEngine engine(PromptBuilder prompts, RoutedAnswer answer) {
    LlmRouter router =
        request -> {
          routed.add(request);
          return CompletableFuture.completedFuture(answer);
        };
    Map<Stage, Tier> tiers =
        Map.of(Stage.SYNTHESIS_AGENT, Tier.PRO, Stage.EVALUATION_AGENT, Tier.MAX);
    return new ModelEngine(router, prompts, tiers, work::add);
  }

  private StageAnswer answer(ModelEngine engine, StageRequest request) {
    CompletableFuture<StageAnswer> pending = engine.answer(request).toCompletableFuture();
    work.remove().run();
    return pending.join();
  }
}
