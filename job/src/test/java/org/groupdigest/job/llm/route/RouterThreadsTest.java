package org.groupdigest.job.llm.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.groupdigest.connectors.llm.ChatReply;
import org.groupdigest.connectors.llm.ChatRequest;
import org.groupdigest.connectors.llm.EmbeddingReply;
import org.groupdigest.connectors.llm.EmbeddingRequest;
import org.groupdigest.connectors.llm.LlmClient;
import org.groupdigest.connectors.llm.LlmFailure;
import org.groupdigest.connectors.llm.LlmFailure.Kind;
import org.groupdigest.job.config.LlmSettings;
import org.groupdigest.job.llm.PaidAnswers;
import org.groupdigest.job.llm.QuotaAccount;
import org.groupdigest.job.llm.QuotaLedger;
import org.groupdigest.job.llm.RoutedAnswer;
import org.groupdigest.job.llm.Tier;
import org.groupdigest.job.testing.TestSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Real threads, real time: every route ends, bounds hold, nothing stays reserved. */
class RouterThreadsTest {

  private static final int ROUTES = 1500;
  private static final long SEED = 20_260_304;

  private final ExecutorService threads = Executors.newFixedThreadPool(6);
  private final DaemonScheduler scheduler = new DaemonScheduler();

  @AfterEach
  void stop() {
    scheduler.close();
    threads.shutdownNow();
  }

  @Test
  void everyRouteEndsAndEveryReservationIsClosed() throws Exception {
    Flaky client = new Flaky(threads);
    OpenReservations ledger = new OpenReservations();
    AtomicInteger ids = new AtomicInteger();
    ModelRouter router =
        new ModelRouter(
            new ModelRouter.Parts(
                client,
                PaidAnswers.none(),
                ledger,
                settings(),
                Clock.systemUTC(),
                scheduler,
                new Random(SEED),
                () -> Integer.toString(ids.incrementAndGet())));
    List<CompletableFuture<RoutedAnswer>> answers = new ArrayList<>();
    for (int i = 0; i < ROUTES; i++) {
      Tier tier = i % 2 == 0 ? Tier.PRO : Tier.BASE;
      answers.add(
          router
              .route(RouterHarness.request("tenant-" + i % 5, tier, "route " + i))
              .toCompletableFuture());
    }
    CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).get(60, TimeUnit.SECONDS);
    assertThat(answers.stream().mapToInt(answer -> answer.join().call().attempts()).sum())
        .as("seed %s", SEED)
        .isEqualTo(client.requests.get());
    assertThat(ledger.open).isEmpty();
    assertThat(ledger.mistakes).hasValue(0);
    assertThat(client.most).hasValueBetween(2, 8);
    assertThat(client.inFlight).hasValue(0);
  }

  private static LlmSettings settings() {
    return TestSettings.with(
            Map.of(
                "DIGEST_LLM_PROVIDER", "openai",
                "DIGEST_LLM_URL", "http://127.0.0.1:1",
                "DIGEST_LLM_MODEL_BASE", "base-model",
                "DIGEST_LLM_MODEL_PRO", "pro-model",
                "DIGEST_LLM_CONCURRENCY", "8",
                "DIGEST_LLM_TENANT_CONCURRENCY", "3",
                "DIGEST_RETRY_BASE_DELAY", "1 ms",
                "DIGEST_RETRY_MAX_DELAY", "2 ms",
                "DIGEST_TOKEN_BUDGET_PER_TENANT", "1000000000"))
        .llm();
  }

  /** Answers two of three requests, on other threads. */
  private static final class Flaky implements LlmClient {

    private static final List<Kind> FAILURES =
        List.of(Kind.RATE_LIMITED, Kind.OVERLOADED, Kind.MALFORMED, Kind.REFUSED_CONTENT);

    private final ExecutorService threads;
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    private Flaky(ExecutorService threads) {
      this.threads = threads;
    }

    @Override
    public CompletionStage<ChatReply> chat(ChatRequest request) {
      int number = requests.incrementAndGet();
      most.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
      return CompletableFuture.supplyAsync(
          () -> {
            inFlight.decrementAndGet();
            return number % 3 == 0
                ? new ChatReply.Failed(
                    LlmFailure.of(FAILURES.get(number % FAILURES.size()), "test"))
                : new ChatReply.Answered("fine", "reported", 1, 1, false);
          },
          threads);
    }

    @Override
    public CompletionStage<EmbeddingReply> embed(EmbeddingRequest request) {
      throw new UnsupportedOperationException("the router asks for no vectors");
    }

    @Override
    public void close() {}
  }

  /** Grants everything and remembers what is not closed. */
  private static final class OpenReservations implements QuotaLedger {

    private final Set<String> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger mistakes = new AtomicInteger();

    @Override
    public CompletionStage<Decision> reserve(QuotaAccount account, String id, long tokens) {
      note(open.add(account.name() + id));
      return CompletableFuture.completedFuture(Decision.GRANTED);
    }

    @Override
    public CompletionStage<Void> settle(QuotaAccount account, String id, long tokens) {
      return release(account, id);
    }

    @Override
    public CompletionStage<Void> release(QuotaAccount account, String id) {
      note(open.remove(account.name() + id));
      return CompletableFuture.completedFuture(null);
    }

    private void note(boolean right) {
      if (!right) {
        mistakes.incrementAndGet();
      }
    }
  }
}
