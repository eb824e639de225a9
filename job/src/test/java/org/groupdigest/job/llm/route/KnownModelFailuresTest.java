package org.groupdigest.job.llm.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.groupdigest.connectors.llm.LlmFailure.Kind;
import org.groupdigest.job.llm.LocalQuotaLedger;
import org.groupdigest.job.llm.RoutedAnswer;
import org.groupdigest.job.llm.Tier;
import org.groupdigest.job.llm.prompt.Prompt;
import org.groupdigest.job.llm.prompt.PromptBuilder;
import org.groupdigest.job.llm.prompt.PromptLibrary;
import org.groupdigest.job.llm.prompt.TokenCounter;
import org.groupdigest.job.model.Message;
import org.groupdigest.job.model.Stage;
import org.groupdigest.job.model.WindowContext;
import org.groupdigest.job.stage.StageRequest;
import org.groupdigest.job.stage.guard.StageGuard;
import org.groupdigest.job.testing.WindowFixture;
import org.junit.jupiter.api.Test;

/** Failures of an earlier system of this kind with models: one test for each, named for it. */
class KnownModelFailuresTest {

  private final RouterHarness harness = new RouterHarness();

  @Test
  void quotaDead() {
    harness
        .with("DIGEST_PRO_QUOTA_PER_TENANT", "2")
        .ledger(new LocalQuotaLedger(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC)));

    List<String> models =
        List.of("one", "two", "three").stream()
            .map(text -> harness.route(RouterHarness.request("acme", Tier.PRO, text)))
            .map(answer -> answer.call().modelId())
            .toList();

    assertThat(models).containsExactly("pro-model", "pro-model", "base-model");
    assertThat(harness.route(RouterHarness.request("other", Tier.PRO, "x")).call().modelId())
        .as("another tenant has its own")
        .isEqualTo("pro-model");
  }

  @Test
  void failedStageCached() {
    harness.with("DIGEST_RETRY_ATTEMPTS", "1");
    harness.models.script("pro-model", FakeModels.failure(Kind.OVERLOADED));
    harness.models.script("base-model", FakeModels.failure(Kind.OVERLOADED));
    RoutedAnswer failed = harness.route(Tier.PRO);

    RoutedAnswer later = harness.route(Tier.PRO);

    assertThat(failed).isInstanceOf(RoutedAnswer.Failed.class);
    assertThat(later).isInstanceOf(RoutedAnswer.Answered.class);
    assertThat(later.call().stored()).isFalse();
  }

  @Test
  void rateLimitNotRetried() {
    harness.models.script(
        "pro-model", FakeModels.failure(Kind.RATE_LIMITED, Duration.ofSeconds(7)));

    RoutedAnswer answer = harness.route(Tier.PRO);

    assertThat(answer).isInstanceOf(RoutedAnswer.Answered.class);
    assertThat(answer.call().modelId()).isEqualTo("pro-model");
    List<FakeModels.Sent> sent = harness.models.sent();
    assertThat(Duration.between(sent.get(0).to(), sent.get(1).from()))
        .isGreaterThanOrEqualTo(Duration.ofSeconds(7));
  }

  @Test
  void cacheOnTheFirst512Characters() {
    Prompt moves = prompt(endingWith("the release moves to Thursday"));
    Prompt stays = prompt(endingWith("the release stays on Tuesday"));

    assertThat(text(moves).substring(0, 512)).isEqualTo(text(stays).substring(0, 512));
    assertThat(moves.inputChecksum()).isNotEqualTo(stays.inputChecksum());
  }

  @Test
  void idsNotInThePrompt() {
    WindowFixture fixture = new WindowFixture();
    for (int i = 1; i <= 40; i++) {
      fixture.message(Integer.toString(i), "anna", "Message number " + i + " of the day");
    }
    WindowContext window = fixture.build();

    String sent = text(prompt(request(window)));

    assertThat(window.messages())
        .extracting(Message::messageId)
        .allSatisfy(id -> assertThat(sent).contains("\n" + id + "|anna|"));
  }

  private static StageRequest endingWith(String lastMessage) {
    WindowFixture fixture = new WindowFixture();
    for (int i = 1; i <= 30; i++) {
      fixture.message(Integer.toString(i), "anna", "Message number " + i + " of a long day");
    }
    return request(fixture.message("31", "anna", lastMessage).build());
  }

  private static StageRequest request(WindowContext window) {
    return StageRequest.of(
        List.of(Stage.SEGMENTER_AGENT, Stage.EMOTION_AGENT, Stage.ROLES_AGENT),
        window,
        "en",
        Map.of());
  }

  private static Prompt prompt(StageRequest request) {
    return new PromptBuilder(new PromptLibrary(), new TokenCounter(), new StageGuard(), 32_000)
        .build(request)
        .orElseThrow();
  }

  private static String text(Prompt prompt) {
    StringBuilder all = new StringBuilder();
    prompt.messages().forEach(message -> all.append(message.content()).append('\n'));
    return all.toString();
  }
}
