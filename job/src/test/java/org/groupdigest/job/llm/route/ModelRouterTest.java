package org.groupdigest.job.llm.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.groupdigest.job.llm.route.FakeModels.answer;
import static org.groupdigest.job.llm.route.FakeModels.failure;
import static org.groupdigest.job.llm.route.RouterHarness.request;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.groupdigest.connectors.llm.ChatReply;
import org.groupdigest.connectors.llm.ChatRequest;
import org.groupdigest.connectors.llm.EmbeddingReply;
import org.groupdigest.connectors.llm.EmbeddingRequest;
import org.groupdigest.connectors.llm.LlmClient;
import org.groupdigest.connectors.llm.LlmFailure.Kind;
import org.groupdigest.job.llm.QuotaAccount;
import org.groupdigest.job.llm.QuotaLedger;
import org.groupdigest.job.llm.RoutedAnswer;
import org.groupdigest.job.llm.RoutedAnswer.Answered;
import org.groupdigest.job.llm.RoutedAnswer.Failed;
import org.groupdigest.job.llm.Tier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Which model is asked, how often, when, and what is said when none answers. */
class ModelRouterTest {

  private final RouterHarness harness = new RouterHarness();

  @Test
  void aTierAsksItsModel() {
    harness.with("DIGEST_LLM_MODEL_MAX", "max-model");
    assertThat(harness.route(Tier.BASE).call().modelId()).isEqualTo("base-model");
    assertThat(harness.route(request("acme", Tier.PRO, "b")).call().modelId())
        .isEqualTo("pro-model");
    assertThat(harness.route(request("acme", Tier.MAX, "c")).call().modelId())
        .isEqualTo("max-model");
  }

  @Test
  void aTierWithoutAModelUsesTheNextLower() {
    assertThat(harness.route(Tier.MAX).call().modelId()).isEqualTo("pro-model");
    RouterHarness poor = new RouterHarness().with("DIGEST_LLM_MODEL_PRO", "");
    assertThat(poor.route(Tier.MAX).call().modelId()).isEqualTo("base-model");
  }

  @Test
  void theLowerModelsAreAskedWhenTheBetterOnesDoNotAnswer() {
    harness.with("DIGEST_LLM_MODEL_MAX", "max-model").with("DIGEST_RETRY_ATTEMPTS", "1");
    harness.models.otherwise(
        sent -> sent.model().equals("base-model") ? answer("fine") : failure(Kind.UNREACHABLE));
    RoutedAnswer answer = harness.route(Tier.MAX);
    assertThat(harness.models.models()).containsExactly("max-model", "pro-model", "base-model");
    assertThat(answer.call().attempts()).isEqualTo(3);
    assertThat(answer.call().incidents()).containsExactly("unreachable");
  }

  @Test
  void aModelOfSeveralTiersIsAskedOnce() {
    harness.with("DIGEST_LLM_MODEL_PRO", "base-model").with("DIGEST_RETRY_ATTEMPTS", "1");
    harness.models.otherwise(sent -> failure(Kind.OVERLOADED));
    harness.route(Tier.MAX);
    assertThat(harness.models.models()).containsExactly("base-model");
  }

  @Test
  void aModelIsTriedAsOftenAsConfiguredAndThenTheNextOne() {
    harness.models.otherwise(sent -> failure(Kind.OVERLOADED));
    Failed failed = (Failed) harness.route(Tier.PRO);
    assertThat(failed.errorCode()).isEqualTo("overloaded");
    assertThat(failed.call().isBilled()).isFalse();
    assertThat(failed.call().attempts()).isEqualTo(6);
    assertThat(harness.models.models())
        .containsExactly(
            "pro-model", "pro-model", "pro-model", "base-model", "base-model", "base-model");
  }

  @Test
  void waitsDoubleFromTryToTry() {
    harness.with("DIGEST_RETRY_ATTEMPTS", "4").with("DIGEST_CIRCUIT_FAILURE_THRESHOLD", "9");
    harness.models.otherwise(sent -> failure(Kind.OVERLOADED));
    harness.route(Tier.BASE);
    assertThat(harness.models.times())
        .containsExactly(
            Duration.ZERO, Duration.ofMillis(250), Duration.ofMillis(750), Duration.ofMillis(1750));
  }

  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      names = {
        "REFUSED_CONTENT",
        "CONTEXT_TOO_LONG",
        "BAD_CREDENTIALS",
        "PAYMENT_REQUIRED",
        "BAD_REQUEST"
      })
  void whatWillNotPassIsNotTriedAgainAtTheSameModel(Kind kind) {
    harness.models.otherwise(sent -> failure(kind));
    Failed failed = (Failed) harness.route(Tier.PRO);
    assertThat(harness.models.models()).containsExactly("pro-model", "base-model");
    assertThat(failed.errorCode()).isEqualTo(kind.wireName());
    assertThat(harness.time.elapsed()).isZero();
  }

  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      mode = Mode.EXCLUDE,
      names = {
        "REFUSED_CONTENT",
        "CONTEXT_TOO_LONG",
        "BAD_CREDENTIALS",
        "PAYMENT_REQUIRED",
        "BAD_REQUEST"
      })
  void whatMayPassIsTriedAgainAtTheSameModel(Kind kind) {
    harness.models.script("pro-model", failure(kind), answer("at last"));
    Answered answered = (Answered) harness.route(Tier.PRO);
    assertThat(answered.text()).isEqualTo("at last");
    assertThat(answered.call().attempts()).isEqualTo(2);
    assertThat(answered.call().incidents()).containsExactly(kind.wireName());
  }

  @Test
  void retryAfterIsHonouredExactly() {
    harness.models.script(
        "pro-model", failure(Kind.RATE_LIMITED, Duration.ofMillis(7001)), answer("fine"));
    harness.route(Tier.PRO);
    assertThat(harness.models.times()).containsExactly(Duration.ZERO, Duration.ofMillis(7001));
    assertThat(harness.models.models()).containsExactly("pro-model", "pro-model");
  }

  @Test
  void aRetryAfterThatIsShorterThanTheBackoffDoesNotHastenIt() {
    harness.models.script(
        "pro-model", failure(Kind.RATE_LIMITED, Duration.ofMillis(1)), answer("fine"));
    harness.route(Tier.PRO);
    assertThat(harness.models.times()).containsExactly(Duration.ZERO, Duration.ofMillis(250));
  }

  @Test
  void otherRequestsOfTheTenantWaitForTheSameRetryAfter() {
    harness.models.script("pro-model", failure(Kind.RATE_LIMITED, Duration.ofSeconds(5)));
    harness.start(request("acme", Tier.PRO, "one"));
    harness.time.pass(Duration.ofSeconds(1));
    harness.start(request("acme", Tier.PRO, "two"));
    harness.time.passAll();
    assertThat(harness.models.times())
        .containsExactly(Duration.ZERO, Duration.ofSeconds(5), Duration.ofSeconds(5));
  }

  @Test
  void aWaitThatPassesTheDeadlineIsNotBegunAndTheNextModelIsAskedAtOnce() {
    harness.models.script("pro-model", failure(Kind.RATE_LIMITED, Duration.ofSeconds(90)));
    RoutedAnswer answer = harness.route(Tier.PRO);
    assertThat(answer.call().modelId()).isEqualTo("base-model");
    assertThat(harness.models.times()).containsExactly(Duration.ZERO, Duration.ZERO);
  }

  @Test
  void withoutAnotherModelALongRetryAfterIsAFailureAtOnce() {
    harness.models.script("base-model", failure(Kind.RATE_LIMITED, Duration.ofSeconds(90)));
    Failed failed = (Failed) harness.route(Tier.BASE);
    assertThat(failed.errorCode()).isEqualTo("rate_limited");
    assertThat(harness.time.elapsed()).isZero();
    assertThat(harness.time.plannedTasks()).isZero();
  }

  @Test
  void anAbsurdRetryAfterBreaksNothing() {
    harness.models.script(
        "base-model", failure(Kind.RATE_LIMITED, Duration.ofSeconds(Long.MAX_VALUE)));
    assertThat(((Failed) harness.route(Tier.BASE)).errorCode()).isEqualTo("rate_limited");
    harness.time.pass(Duration.ofDays(1));
    assertThat(harness.route(Tier.BASE)).isInstanceOf(Answered.class);
  }

  @Test
  void aRequestMayTakeWhatIsLeftUntilTheDeadline() {
    harness.models.script(
        "pro-model", failure(Kind.TIMEOUT).after(Duration.ofSeconds(60)), answer("fine"));
    harness.route(Tier.PRO);
    assertThat(harness.models.sent())
        .extracting(sent -> sent.request().timeout())
        .containsExactly(Duration.ofSeconds(60), Duration.ofMillis(29_750));
  }

  @Test
  void everyRouteIsOverAtItsDeadline() {
    harness.models.otherwise(sent -> failure(Kind.TIMEOUT).after(sent.timeout()));
    Failed failed = (Failed) harness.route(Tier.PRO);
    assertThat(failed.errorCode()).isEqualTo("timeout");
    assertThat(harness.time.elapsed()).isLessThanOrEqualTo(Duration.ofSeconds(90));
    assertThat(harness.models.sent()).hasSize(2);
  }

  @Test
  void aTenantsRequestsBeyondItsPermitsWaitAndFailAtTheirDeadline() {
    harness.with("DIGEST_LLM_TENANT_CONCURRENCY", "1").with("DIGEST_LLM_CALL_TIMEOUT", "90 s");
    harness.models.otherwise(sent -> answer("slow").after(Duration.ofSeconds(90)));
    harness.start(request("acme", Tier.BASE, "one"));
    Failed failed = (Failed) harness.route(request("acme", Tier.BASE, "two"));
    assertThat(failed.errorCode()).isEqualTo("no_permit");
    assertThat(failed.call().attempts()).isZero();
    assertThat(harness.ledger.entries()).isEmpty();
    assertThat(harness.models.mostInFlight()).isEqualTo(1);
  }

  @Test
  void aPermitIsFreeWhileARequestWaitsToBeTriedAgain() {
    harness.with("DIGEST_LLM_TENANT_CONCURRENCY", "1");
    harness.models.script(
        "base-model", failure(Kind.OVERLOADED), answer("between"), answer("again"));
    harness.start(request("acme", Tier.BASE, "one"));
    Answered between = (Answered) harness.begin(request("acme", Tier.BASE, "two")).getNow(null);
    assertThat(between.text()).isEqualTo("between");
    harness.time.passAll();
    assertThat(harness.models.sent()).hasSize(3);
  }

  @Test
  void aRequestThatQueuedIntoARetryAfterIsNotSentBeforeItIsOver() {
    harness.with("DIGEST_LLM_TENANT_CONCURRENCY", "1");
    harness.models.script(
        "base-model",
        failure(Kind.RATE_LIMITED, Duration.ofSeconds(10)).after(Duration.ofSeconds(2)));
    harness.start(request("acme", Tier.BASE, "one"));
    harness.start(request("acme", Tier.BASE, "two"));
    harness.time.passAll();
    assertThat(harness.models.times())
        .containsExactly(Duration.ZERO, Duration.ofSeconds(12), Duration.ofSeconds(12));
  }

  @Test
  void aClientThatThrowsIsAFailureLikeAnyOther() {
    harness.client(new BrokenClient());
    Failed failed = (Failed) harness.route(Tier.BASE);
    assertThat(failed.errorCode()).isEqualTo("malformed");
    assertThat(failed.call().attempts()).isEqualTo(3);
  }

  @Test
  void aMistakeInTheProgramIsAFailureWithoutAWordOfTheMessage() {
    harness.ledger(new BrokenLedger()).with("DIGEST_TOKEN_BUDGET_PER_TENANT", "1");
    Failed failed = (Failed) harness.route(Tier.BASE);
    assertThat(failed.errorCode()).isEqualTo("router_error");
    assertThat(failed.toString()).doesNotContain("secret");
  }

  @Test
  void withoutAModelThereIsNobodyToAsk() {
    harness.with("DIGEST_LLM_PROVIDER", "none").with("DIGEST_LLM_MODEL_BASE", "");
    assertThat(((Failed) harness.route(Tier.BASE)).errorCode()).isEqualTo("no_model");
  }

  private static final class BrokenClient implements LlmClient {

    @Override
    public CompletionStage<ChatReply> chat(ChatRequest request) {
      throw new IllegalStateException("secret");
    }

    @Override
    public CompletionStage<EmbeddingReply> embed(EmbeddingRequest request) {
      throw new IllegalStateException("secret");
    }

    @Override
    public void close() {}
  }

  private static final class BrokenLedger implements QuotaLedger {

    @Override
    public CompletionStage<Decision> reserve(QuotaAccount account, String id, long tokens) {
      throw new IllegalStateException("secret");
    }

    @Override
    public CompletionStage<Void> settle(QuotaAccount account, String id, long tokens) {
      throw new IllegalStateException("secret");
    }

    @Override
    public CompletionStage<Void> release(QuotaAccount account, String id) {
      throw new IllegalStateException("secret");
    }
  }
}
