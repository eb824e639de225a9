package org.groupdigest.job.sim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.groupdigest.job.model.Json;
import org.groupdigest.job.model.Stage;

/** Asks a simulator over HTTP, with nothing of the product's own clients. */
final class SimClient {

  /** A small prompt that every test may use. */
  static final String PROMPT =
      Prompts.prompt(
          new Stage[] {Stage.SEGMENTER_AGENT},
          "en",
          "## participants\nann|2|1\nbob|1|0\n## messages\n# t1\n"
              + "1|ann|10:00||Who can restart the payment queue before noon today?\n"
              + "2|bob|10:02|>1|You need to restart the payment queue from the console, it takes"
              + " 5 minutes.\n"
              + "3|ann|10:05|>2|We decided to freeze the release until the payment queue is fixed.",
          "Be brief.");

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final LlmSimulator simulator;

  SimClient(LlmSimulator simulator) {
    this.simulator = simulator;
  }

  /** A chat in OpenAI's protocol. */
  static ObjectNode chat(String prompt) {
    ObjectNode body = Json.mapper().createObjectNode().put("model", "base").put("user", "abc");
    ArrayNode messages = body.putArray("messages");
    messages.addObject().put("role", "system").put("content", "You sum up chats.");
    messages.addObject().put("role", "user").put("content", prompt);
    return body;
  }

  HttpRequest.Builder post(String path, String body) {
    return HttpRequest.newBuilder(simulator.url().resolve(path))
        .timeout(Duration.ofSeconds(30))
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body));
  }

  /** Asks with an idempotency key. */
  HttpResponse<String> ask(String key) throws IOException, InterruptedException {
    return send(post("/v1/chat/completions", chat(PROMPT).toString()).header("X-Request-ID", key));
  }

  CompletableFuture<HttpResponse<String>> askAsync(String key) {
    HttpRequest request =
        post("/v1/chat/completions", chat(PROMPT).toString()).header("X-Request-ID", key).build();
    return http.sendAsync(request, BodyHandlers.ofString());
  }

  HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(simulator.url().resolve(path)).GET();
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return http.send(request.build(), BodyHandlers.ofString());
  }

  /** A new token of GigaChat's protocol. */
  String token() throws IOException, InterruptedException {
    return json(send(oauth("scope=GIGACHAT_API_PERS"))).path("access_token").asText();
  }

  HttpRequest.Builder oauth(String form) {
    return HttpRequest.newBuilder(simulator.gigaChatAuthUrl())
        .header("Authorization", "Basic a2V5")
        .header("RqUID", "00000000-0000-4000-8000-000000000001")
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(form));
  }

  URI url() {
    return simulator.url();
  }

  static JsonNode json(HttpResponse<String> response) {
    return Json.read(response.body(), JsonNode.class);
  }

  /** What the model says. */
  static String content(HttpResponse<String> response) {
    return json(response).at("/choices/0/message/content").asText();
  }

  static String finish(HttpResponse<String> response) {
    return json(response).at("/choices/0/finish_reason").asText();
  }

  /** Names of calls. */
  static List<String> keys(int many) {
    return IntStream.range(0, many).mapToObj(i -> "call-" + i).toList();
  }
}
