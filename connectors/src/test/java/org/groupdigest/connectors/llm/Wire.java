package org.groupdigest.connectors.llm;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import okhttp3.mockwebserver.RecordedRequest;
import org.groupdigest.connectors.llm.LlmFailure.Kind;

/** What the tests of this package send, get and wait for. */
final class Wire {
  static final String KEY = "key-nobody-may-see";
  static final String PROMPT = "Who brings the projector on Friday?";
  static final String ANSWER = "Vera brings it, at ten.";
  static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
  static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  static final UUID ID = UUID.fromString("0b6a0f5e-6f44-4c52-9d43-0b6d3f7f0c11");
  private static final Duration AMPLE = Duration.ofSeconds(30);

  private Wire() {}

  static ChatRequest chat() {
    return chat(AMPLE);
  }

  static ChatRequest chat(Duration timeout) {
    return new ChatRequest(
        "model-1",
        List.of(ChatMessage.system("Be brief."), ChatMessage.user(PROMPT)),
        null,
        200,
        0,
        "call-7",
        "tenant-a",
        timeout);
  }

  static ChatRequest chatWithSchema() {
    ChatRequest plain = chat();
    return new ChatRequest(
        plain.model(),
        plain.messages(),
        new ResponseSchema("plan", "{\"type\":\"object\"}"),
        plain.maxAnswerTokens(),
        0.3,
        plain.idempotencyKey(),
        null,
        plain.timeout());
  }

  static EmbeddingRequest embedding() {
    return new EmbeddingRequest("model-e", List.of(PROMPT, "Friday"), "call-8", "tenant-a", AMPLE);
  }

  static LlmClient openAi(MockWebServer server) {
    return openAi(server, HttpOptions.defaults());
  }

  static LlmClient openAi(MockWebServer server, HttpOptions options) {
    OpenAiEndpoint endpoint =
        OpenAiEndpoint.builder(server.url("/v1").toString())
            .key(ApiKey.literal(KEY))
            .http(options)
            .build();
    return LlmClients.open(endpoint, CLOCK, () -> ID);
  }

  static GigaChatEndpoint.Builder gigaChat(MockWebServer server) {
    return GigaChatEndpoint.builder()
        .baseUrl(server.url("/api/v1").toString())
        .authUrl(server.url("/oauth").toString())
        .authorizationKey(ApiKey.literal(KEY));
  }

  /** An answer in the form that both protocols share. */
  static MockResponse answer() {
    return json(200, answerJson("stop"));
  }

  static String answerJson(String finishReason) {
    return """
        {"model": "model-1-2026", "choices": [{"index": 0, "finish_reason": "%s",
          "message": {"role": "assistant", "content": "%s"}}],
         "usage": {"prompt_tokens": 21, "completion_tokens": 8, "total_tokens": 29}}"""
        .formatted(finishReason, ANSWER);
  }

  static MockResponse token(String token, Instant expiresAt) {
    return json(
        200,
        "{\"access_token\": \"%s\", \"expires_at\": %d}"
            .formatted(token, expiresAt.toEpochMilli()));
  }

  static MockResponse json(int status, String body) {
    return new MockResponse()
        .setResponseCode(status)
        .setHeader("Content-Type", "application/json")
        .setBody(body);
  }

  static <T> T get(CompletionStage<T> stage) {
    try {
      return stage.toCompletableFuture().get(20, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError("the call did not complete well", e);
    }
  }

  static LlmFailure failure(CompletionStage<ChatReply> stage) {
    return ((ChatReply.Failed) get(stage)).failure();
  }

  static Kind kind(CompletionStage<ChatReply> stage) {
    return failure(stage).kind();
  }

  static RecordedRequest take(MockWebServer server) {
    try {
      RecordedRequest request = server.takeRequest(10, TimeUnit.SECONDS);
      if (request == null) {
        throw new AssertionError("no request came");
      }
      return request;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
