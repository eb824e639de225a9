package org.groupdigest.job.llm.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.groupdigest.job.llm.route.FakeModels.answer;
import static org.groupdigest.job.llm.route.FakeModels.failure;
import static org.groupdigest.job.llm.route.RouterHarness.request;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.groupdigest.connectors.llm.LlmFailure.Kind;
import org.groupdigest.job.llm.RoutedAnswer;
import org.groupdigest.job.llm.RoutedAnswer.Answered;
import org.groupdigest.job.llm.RoutedAnswer.Failed;
import org.groupdigest.job.llm.Tier;
import org.junit.jupiter.api.Test;

/**
 * Models that fail are left alone, those that work are used, and tenants do not harm each other.
 */
class RouterCircuitTest {

  private final RouterHarness harness = new RouterHarness();

  @Test
  void afterFourFailuresInARowTheModelIsLeftAloneAndTheNextOneIsAsked() {
    harness.models.otherwise(
        sent -> sent.model().equals("pro-model") ? failure(Kind.OVERLOADED) : answer("fine"));
    harness.route(request("acme", Tier.PRO, "one"));
    RoutedAnswer second = harness.route(request("acme", Tier.PRO, "two"));
    RoutedAnswer third = harness.route(request("other", Tier.PRO, "three"));
    assertThat(harness.models.models())
        .containsExactly(
            "pro-model",
            "pro-model",
            "pro-model",
            "base-model",
            "pro-model",
            "base-model",
            "base-model");
    assertThat(second.call().incidents()).containsExactly("overloaded", "circuit_open");
    assertThat(third.call().incidents()).containsExactly("circuit_open");
    assertThat(third).isInstanceOf(Answered.class);
  }

  @Test
  void whenEveryCircuitIsOpenNobodyIsAsked() {
    harness.with("DIGEST_CIRCUIT_FAILURE_THRESHOLD", "1");
    harness.models.otherwise(sent -> failure(Kind.UNREACHABLE));
    harness.route(Tier.PRO);
    int before = harness.models.sent().size();
    Failed failed = (Failed) harness.route(Tier.PRO);
    assertThat(failed.errorCode()).isEqualTo("circuit_open");
    assertThat(failed.call().attempts()).isZero();
    assertThat(failed.call().incidents()).containsExactly("circuit_open");
    assertThat(harness.models.sent()).hasSize(before);
    assertThat(before).isEqualTo(2);
  }

  @Test
  void oneProbeOfManyRequestsGoesThroughAndClosesTheCircuit() {
    harness.with("DIGEST_CIRCUIT_FAILURE_THRESHOLD", "1");
    harness.models.script("base-model", failure(Kind.OVERLOADED));
    harness.route(Tier.BASE);
    harness.time.pass(Duration.ofSeconds(60));
    harness.models.otherwise(sent -> answer("fine").after(Duration.ofSeconds(1)));
    List<CompletableFuture<RoutedAnswer>> answers = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      answers.add(harness.begin(request("acme", Tier.BASE, "probe " + i)));
    }
    harness.time.passAll();
    assertThat(answers).filteredOn(answer -> answer.getNow(null) instanceof Answered).hasSize(1);
    assertThat(harness.models.sent()).hasSize(2);
    assertThat(harness.route(request("acme", Tier.BASE, "after"))).isInstanceOf(Answered.class);
  }

  @Test
  void aProbeThatFailsOpensTheCircuitAgain() {
    harness.with("DIGEST_CIRCUIT_FAILURE_THRESHOLD", "1").with("DIGEST_RETRY_ATTEMPTS", "1");
    harness.models.otherwise(sent -> failure(Kind.OVERLOADED));
    harness.route(Tier.BASE);
    harness.time.pass(Duration.ofSeconds(60));
    assertThat(((Failed) harness.route(Tier.BASE)).errorCode()).isEqualTo("overloaded");
    harness.time.pass(Duration.ofSeconds(59));
    assertThat(((Failed) harness.route(Tier.BASE)).errorCode()).isEqualTo("circuit_open");
    assertThat(harness.models.sent()).hasSize(2);
  }

  @Test
  void aProbeThatIsRateLimitedLeavesTheCircuitToBeProbedAgain() {
    harness.with("DIGEST_CIRCUIT_FAILURE_THRESHOLD", "1").with("DIGEST_RETRY_ATTEMPTS", "2");
    harness.models.script(
        "base-model",
        failure(Kind.OVERLOADED),
        failure(Kind.RATE_LIMITED, Duration.ofSeconds(3)),
        answer("fine"));
    harness.route(Tier.BASE);
    harness.time.pass(Duration.ofSeconds(60));
    assertThat(harness.route(Tier.BASE)).isInstanceOf(Answered.class);
    assertThat(harness.models.times())
        .containsExactly(Duration.ZERO, Duration.ofSeconds(60), Duration.ofSeconds(63));
  }

  @Test
  void rateLimitsOpenNothing() {
    harness.with("DIGEST_CIRCUIT_FAILURE_THRESHOLD", "1");
    harness.models.script(
        "base-model",
        failure(Kind.RATE_LIMITED),
        failure(Kind.RATE_LIMITED, Duration.ofSeconds(1)),
        answer("fine"));
    RoutedAnswer answer = harness.route(Tier.BASE);
    assertThat(answer).isInstanceOf(Answered.class);
    assertThat(answer.call().attempts()).isEqualTo(3);
  }

  @Test
  void aTimeoutThatTheDeadlineCutShortSaysNothingOfTheModel() {
    harness.with("DIGEST_CIRCUIT_FAILURE_THRESHOLD", "2");
    harness.models.otherwise(sent -> failure(Kind.TIMEOUT).after(sent.timeout()));
    harness.route(Tier.BASE);
    assertThat(harness.models.sent()).hasSize(2);
    harness.models.otherwise(sent -> answer("fine"));
    assertThat(harness.route(Tier.BASE)).isInstanceOf(Answered.class);
  }

  @Test
  void aTenantThatAlwaysFailsDelaysAndClosesNothingForTheOthers() {
    String noisy = CallKeys.userOf("noisy");
    harness.models.otherwise(
        sent ->
            sent.user().equals(noisy)
                ? failure(Kind.OVERLOADED).after(Duration.ofMillis(50))
                : answer("fine").after(Duration.ofSeconds(2)));
    List<CompletableFuture<RoutedAnswer>> healthy = new ArrayList<>();
    List<CompletableFuture<RoutedAnswer>> failing = new ArrayList<>();
    for (int second = 0; second < 300; second++) {
      for (int i = 0; i < 5; i++) {
        failing.add(harness.begin(request("noisy", Tier.BASE, "n" + second + "." + i)));
      }
      if (second % 5 == 0) {
        healthy.add(harness.begin(request("calm-" + second % 3, Tier.BASE, "h" + second)));
      }
      harness.time.pass(Duration.ofSeconds(1));
    }
    harness.time.passAll();
    assertThat(healthy)
        .allSatisfy(
            answer -> {
              assertThat(answer.getNow(null)).isInstanceOf(Answered.class);
              assertThat(answer.getNow(null).call().incidents()).isEmpty();
            });
    assertThat(failing)
        .allSatisfy(answer -> assertThat(answer.getNow(null)).isInstanceOf(Failed.class));
    assertThat(harness.models.sent().stream().filter(s -> s.request().user().equals(noisy)).count())
        .as("its own circuit: at first a few, then a probe a minute")
        .isLessThan(20);
  }
}
