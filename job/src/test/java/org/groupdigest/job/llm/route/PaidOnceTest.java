package org.groupdigest.job.llm.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.groupdigest.job.llm.route.FakeModels.answer;
import static org.groupdigest.job.llm.route.FakeModels.failure;
import static org.groupdigest.job.llm.route.RouterHarness.request;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.groupdigest.connectors.llm.ChatReply;
import org.groupdigest.connectors.llm.LlmFailure.Kind;
import org.groupdigest.job.llm.PaidAnswer;
import org.groupdigest.job.llm.RoutedAnswer;
import org.groupdigest.job.llm.RoutedAnswer.Answered;
import org.groupdigest.job.llm.RoutedAnswer.Failed;
import org.groupdigest.job.llm.RoutedRequest;
import org.groupdigest.job.llm.Tier;
import org.groupdigest.job.model.Checksums;
import org.junit.jupiter.api.Test;

/** An answer is looked for before it is paid for, and stored before it is used. */
class PaidOnceTest {

  private static final RoutedRequest REQUEST = request("acme", Tier.PRO, "what happened?");
  private static final PaidAnswer STORED = new PaidAnswer("earlier", true, "reported", 1000, 10);

  private final RouterHarness harness = new RouterHarness();

  @Test
  void anAnswerOfTheFirstModelIsFoundAndNobodyIsAsked() {
    harness.answers.keep(CallKeys.of(REQUEST, "pro-model"), STORED);
    Answered answered = (Answered) harness.route(REQUEST);
    assertThat(answered.text()).isEqualTo("earlier");
    assertThat(answered.truncated()).isTrue();
    assertThat(answered.call().stored()).isTrue();
    assertThat(answered.call().attempts()).isZero();
    assertThat(answered.call().modelId()).isEqualTo("pro-model");
    assertThat(answered.call().promptTokens()).isEqualTo(1000);
    assertThat(answered.call().costMicros()).isEqualTo(1000 * 10 + 10 * 30);
    assertThat(harness.models.sent()).isEmpty();
    assertThat(harness.ledger.entries()).isEmpty();
  }

  @Test
  void anAnswerThatAnotherModelOfTheChainGaveIsFoundToo() {
    harness.answers.keep(CallKeys.of(REQUEST, "base-model"), STORED);
    Answered answered = (Answered) harness.route(REQUEST);
    assertThat(answered.call().modelId()).isEqualTo("base-model");
    assertThat(answered.call().costMicros()).isEqualTo(1000 * 3 / 2 + 10 * 2);
    assertThat(harness.answers.lookedUp()).containsExactly("pro-model", "base-model");
    assertThat(harness.models.sent()).isEmpty();
  }

  @Test
  void theSameRequestIsPaidForOnce() {
    harness.models.script("pro-model", answer("fine"));
    Answered first = (Answered) harness.route(REQUEST);
    Answered second = (Answered) harness.route(REQUEST);
    assertThat(harness.models.sent()).hasSize(1);
    assertThat(first.call().stored()).isFalse();
    assertThat(second.call().stored()).isTrue();
    assertThat(second.call().callId()).isEqualTo(first.call().callId());
    assertThat(second.text()).isEqualTo(first.text());
    assertThat(second.call().costMicros()).isEqualTo(first.call().costMicros());
  }

  @Test
  void anotherPromptOrModelOrSizeOfAnswerIsAnotherAnswer() {
    String id = CallKeys.of(REQUEST, "pro-model").callId();
    assertThat(CallKeys.of(REQUEST, "base-model").callId()).isNotEqualTo(id);
    assertThat(CallKeys.of(request("acme", Tier.PRO, "what else?"), "pro-model").callId())
        .isNotEqualTo(id);
    assertThat(CallKeys.of(request("other", Tier.PRO, "what happened?"), "pro-model").callId())
        .isNotEqualTo(id);
    assertThat(CallKeys.of(request("acme", Tier.BASE, "what happened?"), "pro-model").callId())
        .as("the tier is no part of the answer")
        .isEqualTo(id);
  }

  @Test
  void theAnswerIsHandedOnOnlyWhenItIsStored() {
    CompletableFuture<Boolean> saving = new CompletableFuture<>();
    harness.answers.savingIs(saving);
    CompletableFuture<RoutedAnswer> answer = harness.begin(REQUEST);
    harness.time.passAll();
    assertThat(harness.models.sent()).hasSize(1);
    assertThat(harness.ledger.entries()).contains("settle pro 120");
    assertThat(answer).isNotDone();
    saving.complete(true);
    assertThat(answer.getNow(null)).isInstanceOf(Answered.class);
    assertThat(answer.getNow(null).call().incidents()).isEmpty();
  }

  @Test
  void anAnswerThatCannotBeStoredIsUsedAndSaysSo() {
    harness.answers.savingIs(CompletableFuture.completedFuture(false));
    RoutedAnswer answer = harness.route(REQUEST);
    assertThat(answer).isInstanceOf(Answered.class);
    assertThat(answer.call().incidents()).containsExactly("answer_not_stored");
  }

  @Test
  void aFailureIsNeverStored() {
    harness.models.otherwise(request -> failure(Kind.OVERLOADED));
    assertThat(harness.route(REQUEST)).isInstanceOf(Failed.class);
    assertThat(harness.answers.kept()).isEmpty();
  }

  @Test
  void aTruncatedOrEmptyAnswerIsPaidForAndStoredLikeAnyOther() {
    ChatReply cut = new ChatReply.Answered("{\"top", "reported", 100, 100, true);
    ChatReply empty = new ChatReply.Answered("", "reported", 100, 1, false);
    harness.models.script(
        "pro-model",
        new FakeModels.Step(cut, Duration.ZERO),
        new FakeModels.Step(empty, Duration.ZERO));
    assertThat(((Answered) harness.route(REQUEST)).truncated()).isTrue();
    assertThat(((Answered) harness.route(request("acme", Tier.PRO, "and?"))).text()).isEmpty();
    assertThat(harness.answers.kept().values())
        .extracting(PaidAnswer::text)
        .containsExactlyInAnyOrder("{\"top", "");
  }

  @Test
  void theReceiptBearsTheConfiguredModelAndTheStoreTheReportedOne() {
    Answered answered = (Answered) harness.route(REQUEST);
    assertThat(answered.call().modelId()).isEqualTo("pro-model");
    assertThat(answered.call().costMicros()).isEqualTo(100 * 10 + 20 * 30);
    assertThat(answered.call().stages()).isEqualTo(REQUEST.stages());
    assertThat(harness.answers.kept().get(CallKeys.of(REQUEST, "pro-model").callId()))
        .isEqualTo(new PaidAnswer("fine", false, "reported", 100, 20));
  }

  @Test
  void theProviderSeesAnOpaqueTenantAndOneNameForEveryTry() {
    harness.models.script("pro-model", failure(Kind.OVERLOADED), answer("fine"));
    harness.route(REQUEST);
    String callId = CallKeys.of(REQUEST, "pro-model").callId();
    assertThat(harness.models.sent())
        .hasSize(2)
        .allSatisfy(
            sent -> {
              assertThat(sent.request().user()).matches("[0-9a-f]{16}").isNotEqualTo("acme");
              assertThat(sent.request().idempotencyKey()).isEqualTo(callId);
              assertThat(sent.request().temperature()).isZero();
              assertThat(sent.request().maxAnswerTokens())
                  .isEqualTo(RouterHarness.MAX_ANSWER_TOKENS);
            });
    assertThat(CallKeys.userOf("acme")).isEqualTo(Checksums.sha256("tenant:acme").substring(0, 16));
  }
}
