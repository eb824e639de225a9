package org.groupdigest.job.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.groupdigest.job.model.Json;
import org.groupdigest.job.sim.fault.Fault;
import org.groupdigest.job.sim.fault.SimFaults;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class SimulatorLogTest {

  @TempDir private Path folder;

  @Test
  void itCountsWhatClientsGot() throws Exception {
    SimFaults faults = SimFaults.none().with(Fault.SERVER_ERROR, 0.3).with(Fault.RATE_LIMITED, 0.2);
    try (LlmSimulator simulator = LlmSimulator.start(SimConfig.defaults().withFaults(faults))) {
      SimClient client = new SimClient(simulator);
      List<CompletableFuture<HttpResponse<String>>> asked = new ArrayList<>();
      SimClient.keys(200).forEach(key -> asked.add(client.askAsync(key)));
      long answered = 0;
      long tokens = 0;
      for (CompletableFuture<HttpResponse<String>> one : asked) {
        if (one.join().statusCode() == 200) {
          answered++;
          tokens += SimClient.json(one.join()).at("/usage/completion_tokens").asLong();
        }
      }
      SimTotals totals = simulator.log().totals();
      assertThat(totals.requests()).isEqualTo(200);
      assertThat(totals.paid()).isEqualTo(answered).isBetween(60L, 140L);
      assertThat(totals.answerTokens()).isEqualTo(tokens);
      assertThat(totals.faults().values().stream().mapToLong(Long::longValue).sum())
          .isEqualTo(200 - answered);
    }
  }

  @Test
  void aFileHasALineForEachRequestAndNoWordOfIt() throws Exception {
    Path file = folder.resolve("log.jsonl");
    try (LlmSimulator simulator = LlmSimulator.start(SimConfig.defaults().withLogFile(file))) {
      SimClient client = new SimClient(simulator);
      client.ask("one");
      client.get("/v1/models");
      simulator.faults(SimFaults.none().with(Fault.LYING, 1));
      client.ask("two");
      assertThat(client.get("/control/log").body().lines().toList())
          .isEqualTo(Files.readAllLines(file));
    }
    List<String> lines = Files.readAllLines(file);
    assertThat(lines).hasSize(3).noneMatch(line -> line.contains("payment queue"));
    JsonNode first = Json.read(lines.get(0), JsonNode.class);
    assertThat(first.path("idempotency_key").asText()).isEqualTo("one");
    assertThat(first.path("stages").toString()).isEqualTo("[\"segmenter_agent\"]");
    assertThat(first.path("paid").asBoolean()).isTrue();
    assertThat(first.path("fault").isNull()).isTrue();
    JsonNode last = Json.read(lines.get(2), JsonNode.class);
    assertThat(last.path("fault").asText()).isEqualTo("lying");
    assertThat(last.at("/lie/kind").asText()).isNotEmpty();
  }

  @Test
  void aLogThatCannotBeWrittenIsSaidAtTheStart() {
    SimConfig config = SimConfig.defaults().withLogFile(folder);
    assertThatThrownBy(() -> LlmSimulator.start(config)).isInstanceOf(IOException.class);
  }

  @Test
  void aTakenPortIsSaidAtTheStart() throws Exception {
    try (LlmSimulator first = LlmSimulator.start(SimConfig.defaults())) {
      SimConfig second = SimConfig.defaults().withPort(first.port());
      assertThatThrownBy(() -> LlmSimulator.start(second)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void nothingInNumbersIsNothing() {
    assertThat(SimTotals.of(List.of())).isEqualTo(new SimTotals(0, 0, 0, 0, Map.of(), Map.of()));
  }

  @Test
  void theKeyIsNotShown() {
    assertThat(SimConfig.defaults().withKey("secret").toString()).doesNotContain("secret");
  }
}
