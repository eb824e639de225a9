package org.groupdigest.job.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.groupdigest.job.sim.LlmSimulator;
import org.groupdigest.job.sim.SimConfig;
import org.groupdigest.job.sim.fault.Fault;
import org.groupdigest.job.sim.fault.LieKind;
import org.groupdigest.job.sim.fault.SimFaults;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class LlmSimCommandTest {

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final List<SimFaults> seen = new ArrayList<>();

  private int run(String... arguments) {
    LlmSimCommand command =
        new LlmSimCommand(
            (simulator, atEnd) -> {
              seen.add(simulator.faults());
              look(simulator);
              atEnd.run();
            });
    CommandLine line = new CommandLine(new DigestCommand()).addSubcommand(command);
    List<String> all = new ArrayList<>(List.of("llm-sim"));
    all.addAll(List.of(arguments));
    return Main.run(
        line, all.toArray(String[]::new), new PrintWriter(out), new PrintWriter(err), Map.of());
  }

  private static void look(LlmSimulator simulator) {
    HttpRequest request =
        HttpRequest.newBuilder(simulator.url().resolve("/v1/models"))
            .header("Authorization", "Bearer k")
            .build();
    HttpClient.newHttpClient().sendAsync(request, BodyHandlers.discarding()).join();
  }

  @Test
  void itSaysHowToPointARunAtItAndWhatCameOfIt() throws Exception {
    Path log = folder.resolve("log.jsonl");
    assertThat(run("--key", "k", "--log", log.toString())).isZero();
    assertThat(out.toString())
        .contains("DIGEST_LLM_PROVIDER=openai", "DIGEST_LLM_URL=http://127.0.0.1:", "/v1\n")
        .contains("DIGEST_LLM_MODEL_BASE=base", "DIGEST_LLM_API_KEY=(the key given)")
        .contains(
            "DIGEST_LLM_PROVIDER=gigachat", "/api/v1\n", "GIGACHAT_AUTH_URL=http://127.0.0.1:")
        .contains("1 requests, 0 paid calls, 0 prompt and 0 answer tokens", "Faults: none");
    assertThat(Files.readAllLines(log)).hasSize(1);
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void faultsComeFromOptions() {
    assertThat(
            run(
                "--fault",
                "rate_limited=0.3",
                "--fault",
                "hang=0.1",
                "--fault-tenant",
                "acme=dead",
                "--lie",
                "wrong_author",
                "--retry-after",
                "1.5s",
                "--latency",
                "20ms",
                "--seed",
                "7"))
        .isZero();
    assertThat(seen)
        .containsExactly(
            SimFaults.none()
                .with(Fault.RATE_LIMITED, 0.3)
                .with(Fault.HANG, 0.1)
                .withTenant("acme", Fault.DEAD, 1)
                .lyingBy(List.of(LieKind.WRONG_AUTHOR))
                .retryingAfter(Duration.ofMillis(1_500)));
  }

  @ParameterizedTest
  @CsvSource({
    "--fault, flood=1",
    "--fault, hang=2",
    "--fault-tenant, acme",
    "--lie, white",
    "--latency, soon",
    "--latency, 1m",
    "--seed, many",
    "--port, high",
  })
  void wrongOptionsAreUsage(String option, String value) {
    assertThat(run(option, value)).isEqualTo(2);
    assertThat(seen).isEmpty();
    assertThat(err.toString()).startsWith("digest llm-sim: ");
  }

  @Test
  void aTakenPortIsAFailureWithAdvice() throws Exception {
    try (LlmSimulator taken = LlmSimulator.start(SimConfig.defaults())) {
      assertThat(run("--port", Integer.toString(taken.port()))).isEqualTo(1);
    }
    assertThat(err.toString()).contains("--port");
  }

  @Test
  void itIsAmongTheCommandsAndExplainsItself() {
    Digest help = Digest.run("llm-sim", "--help");
    assertThat(help.exitCode()).isZero();
    assertThat(String.join("\n", help.out()))
        .contains("--fault-tenant", "--latency", "/control/faults");
    for (Fault fault : Fault.values()) {
      assertThat(String.join("\n", help.out())).contains(fault.wireName());
    }
    for (LieKind kind : LieKind.values()) {
      assertThat(String.join("\n", help.out())).contains(kind.wireName());
    }
  }
}
