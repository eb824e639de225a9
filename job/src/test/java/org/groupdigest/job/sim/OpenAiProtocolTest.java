package org.groupdigest.job.sim;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.util.List;
import org.groupdigest.job.model.Json;
import org.groupdigest.job.model.Stage;
import org.groupdigest.job.sim.answer.TokenCounter;
import org.groupdigest.job.sim.fault.Tenants;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenAiProtocolTest {

  private static final String CHAT = "/v1/chat/completions";

  private LlmSimulator simulator;
  private SimClient client;

  @BeforeEach
  void start() throws Exception {
    simulator = LlmSimulator.start(SimConfig.defaults().withKey("secret"));
    client = new SimClient(simulator);
  }

  @AfterEach
  void stop() {
    simulator.close();
  }

  private HttpResponse<String> post(String path, String body) throws Exception {
    return client.send(client.post(path, body).header("Authorization", "Bearer secret"));
  }

  @Test
  void aChatIsAnsweredAndMarkedAsSimulated() throws Exception {
    HttpResponse<String> response = post(CHAT, SimClient.chat(SimClient.PROMPT).toString());
    JsonNode body = SimClient.json(response);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("X-Simulated")).contains("true");
    assertThat(body.path("object").asText()).isEqualTo("chat.completion");
    assertThat(body.path("model").asText()).isEqualTo("simulated-base");
    assertThat(body.path("system_fingerprint").asText()).isEqualTo("simulated");
    assertThat(body.at("/choices/0/message/role").asText()).isEqualTo("assistant");
    assertThat(SimClient.finish(response)).isEqualTo("stop");
    JsonNode answer = Json.read(SimClient.content(response), JsonNode.class);
    assertThat(answer.path("units").findValuesAsText("kind")).contains("decision");
  }

  @Test
  void usageCountsWhatWasSentAndSaid() throws Exception {
    HttpResponse<String> response = post(CHAT, SimClient.chat(SimClient.PROMPT).toString());
    TokenCounter tokens = new TokenCounter();
    int prompt = tokens.countPrompt(List.of("You sum up chats.", SimClient.PROMPT));
    int answer = tokens.count(SimClient.content(response));
    assertThat(SimClient.json(response).path("usage"))
        .isEqualTo(
            Json.mapper()
                .createObjectNode()
                .put("prompt_tokens", prompt)
                .put("completion_tokens", answer)
                .put("total_tokens", prompt + answer));
  }

  @Test
  void answersKeepWithinTheirTokens() throws Exception {
    ObjectNode asked =
        SimClient.chat(Prompts.ofMessages(SampleWindows.english(60), "en", Stage.SEGMENTER_AGENT))
            .put("max_tokens", 400);
    HttpResponse<String> response = post(CHAT, asked.toString());
    assertThat(SimClient.json(response).at("/usage/completion_tokens").asInt()).isBetween(100, 400);
    assertThat(SimClient.finish(response)).isEqualTo("stop");
    assertThat(Json.read(SimClient.content(response), JsonNode.class).path("units")).isNotEmpty();
  }

  @Test
  void answersThatCannotBeShortenedAreCut() throws Exception {
    ObjectNode asked = SimClient.chat(SimClient.PROMPT).put("max_completion_tokens", 7);
    HttpResponse<String> response = post(CHAT, asked.toString());
    assertThat(SimClient.json(response).at("/usage/completion_tokens").asInt()).isEqualTo(7);
    assertThat(SimClient.finish(response)).isEqualTo("length");
  }

  @Test
  void embeddingsAreVectorsInTheOrderOfTheTexts() throws Exception {
    String body = "{\"model\":\"embeddings\",\"input\":[\"a queue\",\"a queue\",\"lunch\"]}";
    JsonNode answer = SimClient.json(post("/v1/embeddings", body));
    assertThat(answer.path("model").asText()).isEqualTo("simulated-embeddings");
    assertThat(answer.path("data")).hasSize(3);
    assertThat(answer.at("/data/0/embedding"))
        .hasSize(256)
        .isEqualTo(answer.at("/data/1/embedding"));
    assertThat(answer.at("/data/2/embedding")).isNotEqualTo(answer.at("/data/0/embedding"));
    assertThat(answer.at("/data/2/index").asInt()).isEqualTo(2);
    int tokens = 2 * new TokenCounter().count("a queue") + new TokenCounter().count("lunch");
    assertThat(answer.at("/usage/prompt_tokens").asInt()).isEqualTo(tokens);
  }

  @Test
  void modelsAreListed() throws Exception {
    HttpResponse<String> response = client.get("/v1/models", "Authorization", "Bearer secret");
    assertThat(SimClient.json(response).path("data").findValuesAsText("id"))
        .contains("base", "pro");
  }

  @Test
  void withoutTheKeyThereIsNoAnswer() throws Exception {
    String body = SimClient.chat(SimClient.PROMPT).toString();
    for (String shown : List.of("Bearer wrong", "secret", "Basic secret")) {
      HttpResponse<String> response =
          client.send(client.post(CHAT, body).header("Authorization", shown));
      assertThat(response.statusCode()).isEqualTo(401);
      assertThat(SimClient.json(response).at("/error/code").asText()).isEqualTo("invalid_api_key");
    }
    assertThat(client.send(client.post(CHAT, body)).statusCode()).isEqualTo(401);
    assertThat(simulator.log().totals().paid()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/chat/completions, hello, 400, prompt_not_understood",
    "/v1/chat/completions, '{\"model\":\"base\",\"messages\":[]}', 400, prompt_not_understood",
    "/v1/embeddings, '{\"model\":\"e\",\"input\":[]}', 400, prompt_not_understood",
    "/v1/embeddings, '{\"input\":\"x\"}', 400, prompt_not_understood",
    "/v1/completions, {}, 404, unknown_url",
    "/v1/models, {}, 405, method_not_supported",
  })
  void whatIsNotUnderstoodIsATypedError(String path, String body, int status, String code)
      throws Exception {
    HttpResponse<String> response = post(path, body);
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(SimClient.json(response).at("/error/code").asText()).isEqualTo(code);
  }

  @Test
  void aStrangePromptIsToldWhatItLacks() throws Exception {
    HttpResponse<String> response = post(CHAT, SimClient.chat("Write a poem.").toString());
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(SimClient.json(response).at("/error/message").asText()).contains("no_stages");
    assertThat(client.get(CHAT, "Authorization", "Bearer secret").statusCode()).isEqualTo(405);
  }

  @Test
  void theLogNamesTheTenantByItsHash() throws Exception {
    String hash = Tenants.hash("acme");
    post(CHAT, SimClient.chat(SimClient.PROMPT).put("user", hash).toString());
    SimCall call = simulator.log().modelCalls().get(0);
    assertThat(call.tenant()).isEqualTo(hash);
    assertThat(call.stages()).containsExactly(Stage.SEGMENTER_AGENT);
    assertThat(call.model()).isEqualTo("base");
    assertThat(call.paid()).isTrue();
  }
}
