package org.groupdigest.job.llm.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.groupdigest.job.llm.route.FakeModels.answer;
import static org.groupdigest.job.llm.route.FakeModels.failure;
import static org.groupdigest.job.llm.route.RouterHarness.request;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletionStage;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.Size;
import org.groupdigest.connectors.llm.ChatReply;
import org.groupdigest.connectors.llm.ChatRequest;
import org.groupdigest.connectors.llm.LlmFailure.Kind;
import org.groupdigest.job.llm.QuotaLedger.Decision;
import org.groupdigest.job.llm.RoutedAnswer;
import org.groupdigest.job.llm.Tier;
import org.groupdigest.job.llm.route.FakeModels.Sent;
import org.groupdigest.job.llm.route.FakeModels.Step;

/** What holds whatever the provider does. */
class RouterPropertiesTest {

  private static final int ATTEMPTS = 3;
  private static final int MODELS = 2;

  /** A route that begins some time after the one before. */
  record Start(int tenant, Tier tier, Duration pause) {}

  /** A router whose provider answered by a script, after all routes are over. */
  private static final class Run {

    private final RouterHarness harness = new RouterHarness();
    private final List<RoutedAnswer> answers = new ArrayList<>();
    private final List<Duration> times = new ArrayList<>();
    private final int routes;

    private Run(long seed, List<Start> starts, List<Step> steps) {
      routes = starts.size();
      harness
          .random(new Random(seed))
          .with("DIGEST_TOKEN_BUDGET_PER_TENANT", "1000000")
          .with("DIGEST_LLM_CONCURRENCY", "3")
          .with("DIGEST_LLM_TENANT_CONCURRENCY", "2");
      harness.ledger.decide("all", seed % 2 == 0 ? Decision.GRANTED_LOCALLY : Decision.GRANTED);
      Deque<Step> script = new ArrayDeque<>(steps);
      harness.models.otherwise(sent -> script.isEmpty() ? answer("fine") : script.remove());
      for (int i = 0; i < starts.size(); i++) {
        begin(starts.get(i), i);
      }
      harness.time.passAll();
    }

    private void begin(Start start, int number) {
      harness.time.pass(start.pause());
      Instant begun = harness.time.instant();
      CompletionStage<RoutedAnswer> answer =
          harness.begin(request("tenant-" + start.tenant(), start.tier(), "route " + number));
      answer.thenAccept(
          it -> {
            answers.add(it);
            times.add(Duration.between(begun, harness.time.instant()));
          });
    }
  }

  @Property(tries = 300)
  void everyRouteEndsWithinItsDeadlineAndItsAttempts(
      @ForAll long seed,
      @ForAll("starts") @Size(min = 1, max = 12) List<Start> starts,
      @ForAll("steps") @Size(max = 60) List<Step> steps) {
    Run run = new Run(seed, starts, steps);
    assertThat(run.answers).hasSize(run.routes);
    assertThat(run.answers)
        .allSatisfy(it -> assertThat(it.call().attempts()).isBetween(0, ATTEMPTS * MODELS));
    assertThat(run.times)
        .allSatisfy(it -> assertThat(it).isLessThanOrEqualTo(Duration.ofSeconds(90)));
    assertThat(run.answers.stream().mapToInt(it -> it.call().attempts()).sum())
        .isEqualTo(run.harness.models.sent().size());
    assertThat(run.harness.models.mostInFlight()).isLessThanOrEqualTo(3);
    assertThat(run.harness.time.plannedTasks()).isZero();
  }

  @Property(tries = 300)
  void everyReservationIsSettledOrReleasedOnce(
      @ForAll long seed,
      @ForAll("starts") @Size(min = 1, max = 12) List<Start> starts,
      @ForAll("steps") @Size(max = 60) List<Step> steps) {
    Run run = new Run(seed, starts, steps);
    assertThat(run.harness.ledger.fates().values()).allSatisfy(fate -> assertThat(fate).hasSize(1));
  }

  @Property(tries = 300)
  void nothingIsSentBeforeARetryAfterIsOver(
      @ForAll long seed,
      @ForAll("starts") @Size(min = 1, max = 12) List<Start> starts,
      @ForAll("steps") @Size(max = 60) List<Step> steps) {
    List<Sent> all = new Run(seed, starts, steps).harness.models.sent();
    for (Sent limited : all) {
      Instant until = limited.to().plus(retryAfter(limited.reply()));
      assertThat(all)
          .filteredOn(other -> sameDoor(limited.request(), other.request()))
          .noneMatch(other -> other.from().isAfter(limited.to()) && other.from().isBefore(until));
    }
  }

  private static boolean sameDoor(ChatRequest one, ChatRequest other) {
    return one.model().equals(other.model()) && one.user().equals(other.user());
  }

  private static Duration retryAfter(ChatReply reply) {
    boolean asks =
        reply instanceof ChatReply.Failed failed && failed.failure().retryAfter() != null;
    return asks ? ((ChatReply.Failed) reply).failure().retryAfter() : Duration.ZERO;
  }

  @Provide
  Arbitrary<List<Start>> starts() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 3), Arbitraries.of(Tier.class), millis(20_000))
        .as(Start::new)
        .list();
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    Arbitrary<Step> answers = millis(70_000).map(latency -> answer("fine").after(latency));
    Arbitrary<Step> failures =
        Combinators.combine(Arbitraries.of(Kind.class), millis(70_000))
            .as((kind, latency) -> failure(kind).after(latency));
    Arbitrary<Step> limits =
        Combinators.combine(
                Arbitraries.of(Kind.RATE_LIMITED, Kind.OVERLOADED), millis(60_000), millis(2_000))
            .as((kind, pause, latency) -> failure(kind, pause).after(latency));
    return Arbitraries.frequencyOf(Tuple.of(2, answers), Tuple.of(3, failures), Tuple.of(3, limits))
        .list();
  }

  private static Arbitrary<Duration> millis(int most) {
    return Arbitraries.integers().between(0, most).map(Duration::ofMillis);
  }
}
