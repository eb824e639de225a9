package org.groupdigest.job.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.groupdigest.connectors.kafka.IdleClockOptions;
import org.groupdigest.job.sim.LlmSimulator;
import org.groupdigest.job.sim.SimCall;
import org.groupdigest.job.sim.SimConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An answer that was paid for survives the loss of everybody who waited for it. */
@ExtendWith(JobTestResources.class)
class PaidOnceITCase {

  private static final String TENANT = "paid-once";
  private static final String JOB = "paid-once";
  private static final IdleClockOptions CLOCK =
      new IdleClockOptions(
          Duration.ofSeconds(5),
          Duration.ofSeconds(3),
          Duration.ofSeconds(5),
          Duration.ofSeconds(3),
          Duration.ofMillis(200));

  private TestServers servers;

  @Test
  void noFinishedCallIsPaidForAgainAfterAKill(TestServers given) throws Exception {
    servers = given;
    SampleDays sample = new SampleDays(servers.folder("paid-once-sample"));
    Path folder = servers.folder(JOB);
    try (LlmSimulator simulator =
            LlmSimulator.start(SimConfig.defaults().withLatency(Duration.ofMillis(400)));
        TestTopics topics = new TestTopics(servers.endpoints().kafka(), JOB)) {
      FinishedStream.policy(
          topics, TENANT, "{\"time_zone\": \"Europe/Moscow\", \"window_hours\": [24]}");
      Map<String, String> models = SimulatedModels.settings(simulator, Map.of());
      try (RunningJob job = RunningJob.start(servers, JOB, folder, CLOCK, models)) {
        topics.send(sample.of(TENANT).stream().flatMap(List::stream).toList());
        patiently().until(() -> !stored().isEmpty());
        Set<String> finished = stored();
        job.loseTaskManager(0);
        job.loseTaskManager(1);
        patiently().until(() -> digests().size() >= sample.windows());

        assertThat(finished).isNotEmpty();
        assertThat(requests(simulator)).containsKeys(finished.toArray(String[]::new));
        assertThat(requests(simulator))
            .allSatisfy(
                (call, times) -> {
                  if (finished.contains(call)) {
                    assertThat(times).as(call).isEqualTo(1L);
                  }
                });
        assertReceiptsMatch(simulator);
      }
    }
  }

  /** What the digests say they cost is what the provider has on its books. */
  private void assertReceiptsMatch(LlmSimulator simulator) throws Exception {
    Map<String, SimCall> paid =
        simulator.log().modelCalls().stream()
            .filter(SimCall::paid)
            .collect(Collectors.toMap(SimCall::idempotencyKey, call -> call, (a, b) -> b));
    long tokens =
        paid.values().stream().mapToLong(call -> call.promptTokens() + call.answerTokens()).sum();
    List<String> sums =
        servers
            .rows(
                "SELECT sum(calls), sum(prompt_tokens + answer_tokens) FROM group_digests"
                    + " WHERE tenant_id = '"
                    + TENANT
                    + "'")
            .get(0);
    assertThat(Long.parseLong(sums.get(0))).isEqualTo(paid.size());
    assertThat(Long.parseLong(sums.get(1))).isEqualTo(tokens);
  }

  private static Map<String, Long> requests(LlmSimulator simulator) {
    return simulator.log().modelCalls().stream()
        .collect(Collectors.groupingBy(SimCall::idempotencyKey, Collectors.counting()));
  }

  private Set<String> stored() throws Exception {
    return new HashSet<>(column("SELECT call_id FROM digest_paid_calls WHERE tenant_id = "));
  }

  private List<String> digests() throws Exception {
    return column("SELECT window_id FROM group_digests WHERE tenant_id = ");
  }

  private List<String> column(String query) throws Exception {
    return servers.rows(query + "'" + TENANT + "'").stream().map(row -> row.get(0)).toList();
  }

  private static ConditionFactory patiently() {
    return Awaitility.await().atMost(Duration.ofSeconds(90)).pollInterval(Duration.ofMillis(100));
  }
}
