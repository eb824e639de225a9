package org.groupdigest.job.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.groupdigest.connectors.llm.ChatMessage;
import org.groupdigest.connectors.llm.LlmClient;
import org.groupdigest.connectors.llm.LlmClients;
import org.groupdigest.connectors.redis.RedisReply;
import org.groupdigest.connectors.redis.RedisValues;
import org.groupdigest.job.config.LlmSettings;
import org.groupdigest.job.config.SettingsLoader;
import org.groupdigest.job.llm.LocalQuotaLedger;
import org.groupdigest.job.llm.RoutedAnswer;
import org.groupdigest.job.llm.RoutedRequest;
import org.groupdigest.job.llm.Tier;
import org.groupdigest.job.llm.route.DaemonScheduler;
import org.groupdigest.job.llm.route.ModelRouter;
import org.groupdigest.job.model.Checksums;
import org.groupdigest.job.model.Stage;
import org.groupdigest.job.model.TenantQuotas;
import org.groupdigest.job.model.WindowKind;
import org.groupdigest.job.model.WindowRef;
import org.groupdigest.job.persist.InMemoryPaidAnswers;
import org.groupdigest.job.persist.RedisQuotaLedger;
import org.groupdigest.job.sim.LlmSimulator;
import org.groupdigest.job.sim.SimCall;
import org.groupdigest.job.sim.SimConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two processes at the edge of one budget spend it once, whatever becomes of one of them. */
@ExtendWith(JobTestResources.class)
class QuotaRaceITCase {

  private static final int BUDGET = 20;
  private static final int AT_ONCE = 50;
  private static final int MAX_ANSWER = 200;
  private static final String DATA = "## messages\n# -\n1|anna|10:00||the release moves to %d May";

  @Test
  void fiftyAtOnceSpendWhatThereIsAndTheLedgerEqualsTheProvidersLog(TestServers servers)
      throws Exception {
    try (LlmSimulator simulator = simulator();
        OneProcess one = new OneProcess(servers, simulator);
        OneProcess two = new OneProcess(servers, simulator)) {
      List<RoutedAnswer> answers = join(race("race", one, two));

      assertThat(answers).hasSize(AT_ONCE).allMatch(RoutedAnswer.Answered.class::isInstance);
      List<SimCall> paid = paidPro(simulator);
      assertThat(paid).hasSize(BUDGET);
      assertThat(one.read("race", "calls")).isEqualTo(paid.size());
      assertThat(one.read("race", "tokens"))
          .isEqualTo(paid.stream().mapToLong(c -> c.promptTokens() + c.answerTokens()).sum());
      assertThat(answers)
          .filteredOn(answer -> answer.call().incidents().contains("pro_quota_exceeded"))
          .hasSize(AT_ONCE - BUDGET)
          .allMatch(answer -> answer.call().modelId().equals(SimulatedModels.BASE));
    }
  }

  @Test
  void aKilledProcessOverspendsByOneCallAtMost(TestServers servers) throws Exception {
    try (LlmSimulator simulator = simulator();
        OneProcess one = new OneProcess(servers, simulator);
        OneProcess two = new OneProcess(servers, simulator)) {
      List<CompletableFuture<RoutedAnswer>> answers = race("killed", one, two);
      Awaitility.await().until(() -> !paidPro(simulator).isEmpty());
      two.die();

      join(answers.subList(0, AT_ONCE / 2));
      assertThat(paidPro(simulator).size()).isLessThanOrEqualTo(BUDGET + 1);
      assertThat(one.read("killed", "calls"))
          .as("what the dead one had reserved stays counted")
          .isBetween((long) paidPro(simulator).size(), (long) BUDGET);
    }
  }

  private static LlmSimulator simulator() throws Exception {
    return LlmSimulator.start(SimConfig.defaults().withLatency(Duration.ofMillis(150)));
  }

  private static List<SimCall> paidPro(LlmSimulator simulator) {
    return simulator.log().modelCalls().stream()
        .filter(call -> call.paid() && call.model().equals(SimulatedModels.PRO))
        .toList();
  }

  /** Requests of one tenant to both processes in turn, those of the first before the others. */
  private static List<CompletableFuture<RoutedAnswer>> race(
      String tenant, OneProcess one, OneProcess two) {
    List<CompletableFuture<RoutedAnswer>> first = new ArrayList<>();
    List<CompletableFuture<RoutedAnswer>> second = new ArrayList<>();
    for (int i = 0; i < AT_ONCE / 2; i++) {
      first.add(one.ask(tenant, 2 * i));
      second.add(two.ask(tenant, 2 * i + 1));
    }
    first.addAll(second);
    return first;
  }

  private static List<RoutedAnswer> join(List<CompletableFuture<RoutedAnswer>> answers)
      throws Exception {
    CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).get(60, TimeUnit.SECONDS);
    return answers.stream().map(CompletableFuture::join).toList();
  }

  /** What one TaskManager has: clients and a router of its own. */
  private static final class OneProcess implements AutoCloseable {

    private final LlmClient client;
    private final RedisValues redis;
    private final DaemonScheduler scheduler = new DaemonScheduler();
    private final ModelRouter router;

    OneProcess(TestServers servers, LlmSimulator simulator) {
      LlmSettings settings =
          SettingsLoader.load(
                  SimulatedModels.settings(
                      simulator, Map.of("DIGEST_PRO_QUOTA_PER_TENANT", Integer.toString(BUDGET))))
              .llm();
      Clock clock = Clock.systemUTC();
      client = LlmClients.open(ModelEndpoints.of(settings));
      redis = RedisValues.open(servers.endpoints().redis());
      router =
          new ModelRouter(
              ModelRouter.Parts.of(
                  client,
                  new InMemoryPaidAnswers(clock),
                  new RedisQuotaLedger(redis, new LocalQuotaLedger(clock), clock),
                  settings,
                  scheduler));
    }

    CompletableFuture<RoutedAnswer> ask(String tenant, int number) {
      return router.route(request(tenant, number)).toCompletableFuture();
    }

    /** A field of the tenant's account. */
    long read(String tenant, String field) throws Exception {
      String script = "return tonumber(redis.call('HGET', KEYS[1], ARGV[1]))";
      String[] key = {"digest:quota:" + tenant + ":pro"};
      RedisReply<Long> reply =
          redis.evaluate(script, key, field).toCompletableFuture().get(10, TimeUnit.SECONDS);
      return ((RedisReply.Answered<Long>) reply).value();
    }

    /** First the way to the ledger, so that nothing can be given back any more. */
    void die() {
      redis.close();
      client.close();
    }

    @Override
    public void close() {
      client.close();
      scheduler.close();
      redis.close();
    }
  }

  private static RoutedRequest request(String tenant, int number) {
    Instant end = Instant.parse("2026-03-04T00:00:00Z");
    WindowRef window =
        new WindowRef(
            "window of " + tenant,
            tenant,
            "group",
            24,
            end.minus(Duration.ofHours(24)),
            end,
            WindowKind.SCHEDULED,
            "UTC");
    String data = DATA.formatted(number);
    String fence = Checksums.sha256(data).substring(0, 8);
    String asked =
        "STAGES: emotion_agent\nLANGUAGE: en\n<<<DATA "
            + fence
            + "\n"
            + data
            + "\nDATA "
            + fence
            + ">>>";
    return new RoutedRequest(
        window,
        List.of(Stage.EMOTION_AGENT),
        Tier.PRO,
        "emotion/en",
        "1",
        Checksums.sha256(asked),
        List.of(ChatMessage.system("be brief"), ChatMessage.user(asked)),
        null,
        200,
        MAX_ANSWER,
        TenantQuotas.NONE);
  }
}
