package org.groupdigest.job.sim;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.groupdigest.job.sim.fault.Fault;
import org.groupdigest.job.sim.fault.SimFaults;
import org.groupdigest.job.sim.fault.Tenants;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GigaChatProtocolTest {

  private static final String CHAT = "/api/v1/chat/completions";
  private static final Instant NOW = Instant.parse("2025-11-10T09:00:00Z");

  private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
  private LlmSimulator simulator;
  private SimClient client;

  @BeforeEach
  void start() throws Exception {
    InstantSource source = now::get;
    Clock clock = source.withZone(ZoneOffset.UTC);
    simulator =
        LlmSimulator.start(
            SimConfig.defaults().withKey("a2V5").withClock(clock, Duration.ofMinutes(30)));
    client = new SimClient(simulator);
  }

  @AfterEach
  void stop() {
    simulator.close();
  }

  private HttpResponse<String> ask(String token) throws Exception {
    return client.send(
        client
            .post(CHAT, SimClient.chat(SimClient.PROMPT).put("model", "GigaChat-2").toString())
            .header("Authorization", "Bearer " + token)
            .header("X-Client-ID", Tenants.hash("acme"))
            .header("X-Request-ID", "call-1"));
  }

  @Test
  void aTokenOpensTheDoorUntilItExpires() throws Exception {
    HttpResponse<String> granted = client.send(client.oauth("scope=GIGACHAT_API_CORP"));
    assertThat(granted.statusCode()).isEqualTo(200);
    JsonNode token = SimClient.json(granted);
    assertThat(token.path("expires_at").asLong())
        .isEqualTo(NOW.plus(Duration.ofMinutes(30)).toEpochMilli());
    assertThat(ask(token.path("access_token").asText()).statusCode()).isEqualTo(200);
    now.set(NOW.plus(Duration.ofMinutes(30)));
    HttpResponse<String> late = ask(token.path("access_token").asText());
    assertThat(late.statusCode()).isEqualTo(401);
    assertThat(late.body()).isEqualTo("{\"status\":401,\"message\":\"Token has expired\"}");
  }

  @Test
  void aChatIsAnsweredAndMarkedAsSimulated() throws Exception {
    HttpResponse<String> response = ask(client.token());
    JsonNode body = SimClient.json(response);
    assertThat(body.path("model").asText()).isEqualTo("simulated-GigaChat-2");
    assertThat(body.at("/usage/precached_prompt_tokens").asInt(-1)).isZero();
    assertThat(body.at("/usage/completion_tokens").asInt()).isPositive();
    assertThat(SimClient.content(response)).startsWith("{\"units\":[");
    assertThat(response.headers().firstValue("X-Simulated")).contains("true");
    SimCall call = simulator.log().modelCalls().get(0);
    assertThat(call.tenant()).isEqualTo(Tenants.hash("acme"));
    assertThat(call.idempotencyKey()).isEqualTo("call-1");
    assertThat(call.arrivedAt()).isEqualTo(NOW);
    assertThat(call.answeredAt()).isEqualTo(NOW);
  }

  @Test
  void aTokenThatWasNotGivenOutIsRefused() throws Exception {
    HttpResponse<String> response = ask("forged");
    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(response.body()).isEqualTo("{\"status\":401,\"message\":\"Unauthorized\"}");
    assertThat(client.get("/api/v1/models").statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "Basic a2V5, 00000000-0000-4000-8000-000000000001, '', 400, 5",
        "Basic a2V5, 00000000-0000-4000-8000-000000000001, scope=ALL, 400, 1",
        "Basic a2V5, 7, scope=GIGACHAT_API_PERS, 400, 2",
        "Basic a2V5, -, scope=GIGACHAT_API_PERS, 400, 2",
        "Basic b3RoZXI=, 00000000-0000-4000-8000-000000000001, scope=GIGACHAT_API_PERS, 401, 6",
        "Bearer a2V5, 00000000-0000-4000-8000-000000000001, scope=GIGACHAT_API_PERS, 400, 4",
      })
  void theDeskIsStrict(String authorization, String id, String form, int status, int code)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(simulator.gigaChatAuthUrl())
            .header("Authorization", authorization)
            .POST(BodyPublishers.ofString(form));
    HttpResponse<String> response = client.send(id == null ? request : request.header("RqUID", id));
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(SimClient.json(response).path("code").asInt()).isEqualTo(code);
    assertThat(response.body()).doesNotContain("a2V5");
  }

  @Test
  void modelsAndEmbeddingsAreThere() throws Exception {
    String bearer = "Bearer " + client.token();
    JsonNode models = SimClient.json(client.get("/api/v1/models", "Authorization", bearer));
    assertThat(models.path("data").findValuesAsText("id")).contains("GigaChat-2-Pro");
    JsonNode vectors =
        SimClient.json(
            client.send(
                client
                    .post("/api/v1/embeddings", "{\"model\":\"Embeddings\",\"input\":[\"да\"]}")
                    .header("Authorization", bearer)));
    assertThat(vectors.at("/data/0/embedding")).hasSize(256);
    assertThat(vectors.at("/data/0/usage/prompt_tokens").asInt()).isPositive();
    assertThat(vectors.has("usage")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "RATE_LIMITED, 429, Too many requests",
    "SERVER_ERROR, 500, Internal Server Error",
    "OVERLOADED, 503, Service Unavailable",
    "DEAD, 503, Service Unavailable",
    "BAD_CREDENTIALS, 401, Unauthorized",
    "CONTEXT_TOO_LONG, 413, Payload too large",
  })
  void errorsHaveStatusAndMessage(Fault fault, int status, String message) throws Exception {
    simulator.faults(SimFaults.none().with(fault, 1));
    HttpResponse<String> response = ask(client.token());
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.body())
        .isEqualTo("{\"status\":" + status + ",\"message\":\"" + message + "\"}");
  }

  @Test
  void whatTheFilterStopsEndsAsBlacklist() throws Exception {
    simulator.faults(SimFaults.none().with(Fault.REFUSED, 1));
    HttpResponse<String> response = ask(client.token());
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(SimClient.finish(response)).isEqualTo("blacklist");
    assertThat(simulator.log().totals().paid()).isZero();
  }

  @Test
  void aStrangePromptIsToldWhatItLacks() throws Exception {
    HttpResponse<String> response =
        client.send(
            client
                .post(CHAT, SimClient.chat("Напиши стихи.").toString())
                .header("Authorization", "Bearer " + client.token()));
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body())
        .isEqualTo("{\"status\":400,\"message\":\"Invalid params: no_stages\"}");
  }
}
