package org.groupdigest.job.llm.route;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.groupdigest.connectors.llm.ChatMessage;
import org.groupdigest.connectors.llm.LlmClient;
import org.groupdigest.job.config.LlmSettings;
import org.groupdigest.job.llm.QuotaLedger;
import org.groupdigest.job.llm.RoutedAnswer;
import org.groupdigest.job.llm.RoutedRequest;
import org.groupdigest.job.llm.Tier;
import org.groupdigest.job.model.Checksums;
import org.groupdigest.job.model.Stage;
import org.groupdigest.job.model.TenantQuotas;
import org.groupdigest.job.model.WindowKind;
import org.groupdigest.job.model.WindowRef;
import org.groupdigest.job.testing.TestSettings;

/** A router with virtual time, a scripted provider and books that can be read. */
final class RouterHarness {

  static final int PROMPT_TOKENS = 1000;
  static final int MAX_ANSWER_TOKENS = 100;

  final VirtualTime time = new VirtualTime();
  final FakeModels models = new FakeModels(time);
  final RememberedAnswers answers = new RememberedAnswers();
  final BookkeepingLedger ledger = new BookkeepingLedger();
  private final Map<String, String> variables = new HashMap<>();
  private final List<CompletableFuture<RoutedAnswer>> started = new ArrayList<>();
  private RandomGenerator random = halfWay();
  private QuotaLedger usedLedger = ledger;
  private LlmClient client = models;
  private ModelRouter router;

  RouterHarness() {
    with("DIGEST_LLM_PROVIDER", "openai")
        .with("DIGEST_LLM_URL", "http://127.0.0.1:1")
        .with("DIGEST_LLM_MODEL_BASE", "base-model")
        .with("DIGEST_LLM_MODEL_PRO", "pro-model")
        .with("DIGEST_LLM_PRICES", "pro-model=10/30;base-model=1.5/2");
  }

  /** Jitter that always takes the middle: waits of 250, 500, 1000 ms and so on. */
  private static RandomGenerator halfWay() {
    return new Random() {
      private static final long serialVersionUID = 1L;

      @Override
      public double nextDouble() {
        return 0.5;
      }
    };
  }

  RouterHarness with(String variable, String value) {
    variables.put(variable, value);
    return this;
  }

  RouterHarness random(RandomGenerator other) {
    random = other;
    return this;
  }

  RouterHarness ledger(QuotaLedger other) {
    usedLedger = other;
    return this;
  }

  RouterHarness client(LlmClient other) {
    client = other;
    return this;
  }

  ModelRouter router() {
    if (router == null) {
      LlmSettings settings = TestSettings.with(variables).llm();
      AtomicInteger ids = new AtomicInteger();
      router =
          new ModelRouter(
              new ModelRouter.Parts(
                  client,
                  answers,
                  usedLedger,
                  settings,
                  time,
                  time,
                  random,
                  () -> "id-" + ids.incrementAndGet()));
    }
    return router;
  }

  CompletableFuture<RoutedAnswer> begin(RoutedRequest request) {
    return router().route(request).toCompletableFuture();
  }

  /** Routes a request beside others; what comes of it is of no interest. */
  void start(RoutedRequest request) {
    started.add(begin(request));
  }

  /** Routes a request and lets time pass until everything is over. */
  RoutedAnswer route(RoutedRequest request) {
    CompletableFuture<RoutedAnswer> answer = begin(request);
    time.passAll();
    return answer.getNow(null);
  }

  RoutedAnswer route(Tier tier) {
    return route(request("acme", tier, "what happened?"));
  }

  static RoutedRequest request(String tenant, Tier tier, String text) {
    return request(tenant, tier, text, TenantQuotas.NONE);
  }

  static RoutedRequest request(String tenant, Tier tier, String text, TenantQuotas quotas) {
    return new RoutedRequest(
        window(tenant),
        List.of(Stage.TOPIC_AGENT, Stage.SYNTHESIS_AGENT),
        tier,
        "digest/en",
        "3",
        Checksums.sha256(text),
        List.of(ChatMessage.system("be brief"), ChatMessage.user(text)),
        null,
        PROMPT_TOKENS,
        MAX_ANSWER_TOKENS,
        quotas);
  }

  static WindowRef window(String tenant) {
    Instant end = Instant.parse("2026-03-04T00:00:00Z");
    return new WindowRef(
        "window-of-" + tenant,
        tenant,
        "group",
        24,
        end.minus(Duration.ofHours(24)),
        end,
        WindowKind.SCHEDULED,
        "UTC");
  }
}
