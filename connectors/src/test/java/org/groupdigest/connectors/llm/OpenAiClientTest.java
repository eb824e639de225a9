package org.groupdigest.connectors.llm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import okhttp3.mockwebserver.RecordedRequest;
import org.groupdigest.connectors.llm.LlmFailure.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OpenAiClientTest {
  private final MockWebServer server = new MockWebServer();
  private LlmClient client;

  @BeforeEach
  void open() throws IOException {
    server.start();
    client = Wire.openAi(server);
  }

  @AfterEach
  void close() throws IOException {
    client.close();
    server.shutdown();
  }

  @Test
  void aConversationIsSentInTheFormOfTheProtocol() {
    server.enqueue(Wire.answer());
    Wire.get(client.chat(Wire.chat()));

    RecordedRequest request = Wire.take(server);
    assertThat(request.getRequestLine()).isEqualTo("POST /v1/chat/completions HTTP/1.1");
    assertThat(request.getHeader("Authorization")).isEqualTo("Bearer " + Wire.KEY);
    assertThat(request.getHeader("Idempotency-Key")).isEqualTo("call-7");
    assertThat(request.getHeader("X-Request-ID")).isEqualTo("call-7");
    assertThat(request.getHeader("Content-Type")).startsWith("application/json");
    assertThat(Json.parse(request.getBody().readUtf8()))
        .isEqualTo(
            Json.parse(
                """
                {"model": "model-1",
                 "messages": [{"role": "system", "content": "Be brief."},
                              {"role": "user", "content": "%s"}],
                 "max_tokens": 200, "temperature": 0.0, "user": "tenant-a"}"""
                    .formatted(Wire.PROMPT)));
  }

  @Test
  void theAnswerComesWithWhatItCost() {
    server.enqueue(Wire.answer());
    assertThat(Wire.get(client.chat(Wire.chat())))
        .isEqualTo(new ChatReply.Answered(Wire.ANSWER, "model-1-2026", 21, 8, false));
  }

  @Test
  void anAnswerThatStoppedAtTheLimitSaysSo() {
    server.enqueue(Wire.json(200, Wire.answerJson("length")));
    assertThat(Wire.get(client.chat(Wire.chat())))
        .isEqualTo(new ChatReply.Answered(Wire.ANSWER, "model-1-2026", 21, 8, true));
  }

  @Test
  void aModelThatThoughtUntilTheLimitAnsweredNothing() {
    server.enqueue(
        Wire.json(
            200, "{\"choices\":[{\"finish_reason\":\"length\",\"message\":{\"content\":null}}]}"));
    ChatReply.Answered answered = (ChatReply.Answered) Wire.get(client.chat(Wire.chat()));
    assertThat(answered.text()).isEmpty();
    assertThat(answered.truncated()).isTrue();
  }

  @Test
  void anAnswerWithoutCountsIsNotFree() {
    server.enqueue(Wire.json(200, "{\"choices\":[{\"message\":{\"content\":\"Ночью, восемь\"}}]}"));
    ChatReply.Answered answered = (ChatReply.Answered) Wire.get(client.chat(Wire.chat()));
    // Nine and 35 bytes of prompt, 24 of the answer; four a token.
    assertThat(answered.promptTokens()).isEqualTo(3 + 9);
    assertThat(answered.answerTokens()).isEqualTo(6);
    assertThat(answered.model()).isEqualTo("model-1");
  }

  @ParameterizedTest
  @EnumSource(ResponseFormat.class)
  void theSchemaIsSentAsFarAsTheEndpointKnowsSchemas(ResponseFormat format) {
    OpenAiEndpoint endpoint =
        OpenAiEndpoint.builder(server.url("/v1/").toString())
            .key(ApiKey.none())
            .responseFormat(format)
            .build();
    server.enqueue(Wire.answer());
    try (LlmClient own = LlmClients.open(endpoint)) {
      Wire.get(own.chat(Wire.chatWithSchema()));
    }
    RecordedRequest request = Wire.take(server);
    assertThat(request.getHeader("Authorization")).isNull();
    JsonNode sent = Json.parse(request.getBody().readUtf8()).path("response_format");
    assertThat(sent).isEqualTo(Json.parse(expected(format)));
  }

  private static String expected(ResponseFormat format) {
    String schema =
        """
        {"type": "json_schema", "json_schema":
          {"name": "plan", "strict": %s, "schema": {"type": "object"}}}""";
    return switch (format) {
      case NONE -> "";
      case JSON_OBJECT -> "{\"type\": \"json_object\"}";
      case JSON_SCHEMA -> schema.formatted(false);
      case JSON_SCHEMA_STRICT -> schema.formatted(true);
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"choices\":[{\"finish_reason\":\"content_filter\",\"message\":{\"content\":\"\"}}]}",
        "{\"choices\":[{\"finish_reason\":\"stop\",\"message\":{\"refusal\":\"I will not\"}}]}"
      })
  void aRefusalIsNoAnswer(String body) {
    server.enqueue(Wire.json(200, body));
    assertThat(Wire.kind(client.chat(Wire.chat()))).isEqualTo(Kind.REFUSED_CONTENT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''",
        "<html>down for a while</html>",
        "null",
        "[]",
        "{}",
        "{\"choices\":[]}",
        "{\"choices\":{}}",
        "{\"choices\":[{}]}",
        "{\"choices\":[{\"message\":\"text\"}]}",
        "{\"choices\":[{\"message\":{\"content\":{\"a\":1}}}]}",
        "{\"choices\":[{\"finish_reason\":\"error\",\"message\":{\"content\":\"\"}}]}"
      })
  void whatIsNotAnAnswerIsMalformed(String body) {
    server.enqueue(Wire.json(200, body));
    assertThat(Wire.kind(client.chat(Wire.chat()))).isEqualTo(Kind.MALFORMED);
  }

  @Test
  void anAnswerCutAnywhereNeverPassesForOne() {
    String whole = Wire.answerJson("stop");
    for (int end = 0; end < whole.length(); end += 7) {
      server.enqueue(Wire.json(200, whole.substring(0, end)));
      assertThat(Wire.kind(client.chat(Wire.chat())))
          .as("cut at %d", end)
          .isEqualTo(Kind.MALFORMED);
    }
  }

  @Test
  void aFailureKeepsHowLongToWait() {
    server.enqueue(new MockResponse().setResponseCode(429).setHeader("Retry-After", "17"));
    assertThat(Wire.failure(client.chat(Wire.chat())))
        .isEqualTo(new LlmFailure(Kind.RATE_LIMITED, Duration.ofSeconds(17), "http_429"));
    server.enqueue(
        new MockResponse()
            .setResponseCode(503)
            .setHeader("Retry-After", "Mon, 02 Mar 2026 12:00:05 GMT"));
    assertThat(Wire.failure(client.chat(Wire.chat())))
        .isEqualTo(new LlmFailure(Kind.OVERLOADED, Duration.ofSeconds(5), "http_503"));
  }

  @Test
  void anErrorUnderStatus200IsAnError() {
    server.enqueue(Wire.json(200, "{\"error\":{\"code\":429,\"message\":\"upstream is busy\"}}"));
    assertThat(Wire.failure(client.chat(Wire.chat())))
        .isEqualTo(LlmFailure.of(Kind.RATE_LIMITED, "http_429"));
  }

  @Test
  void aRequestThatCannotBeSentIsTheCallersFault() {
    ChatRequest plain = Wire.chat();
    ChatRequest request =
        new ChatRequest(
            plain.model(), plain.messages(), null, 1, 0, "new\nline", null, plain.timeout());
    assertThat(Wire.failure(client.chat(request)))
        .isEqualTo(LlmFailure.of(Kind.BAD_REQUEST, "unsendable_request"));
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void vectorsComeInTheOrderOfTheTexts() {
    server.enqueue(
        Wire.json(
            200,
            """
            {"model": "model-e-2", "usage": {"prompt_tokens": 11}, "data": [
              {"index": 1, "embedding": [0.5, -1]}, {"index": 0, "embedding": [0.25, 2e-3]}]}"""));
    EmbeddingReply.Answered answered =
        (EmbeddingReply.Answered) Wire.get(client.embed(Wire.embedding()));
    assertThat(answered.vectors())
        .usingRecursiveComparison()
        .isEqualTo(List.of(new float[] {0.25f, 0.002f}, new float[] {0.5f, -1}));
    assertThat(answered.promptTokens()).isEqualTo(11);
    assertThat(answered.model()).isEqualTo("model-e-2");

    RecordedRequest request = Wire.take(server);
    assertThat(request.getPath()).isEqualTo("/v1/embeddings");
    assertThat(Json.parse(request.getBody().readUtf8()))
        .isEqualTo(
            Json.parse(
                "{\"model\":\"model-e\",\"input\":[\"%s\",\"Friday\"],\"user\":\"tenant-a\"}"
                    .formatted(Wire.PROMPT)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}",
        "{\"data\":[{\"embedding\":[1]}]}",
        "{\"data\":[{\"embedding\":[1]},{\"embedding\":[1,2]}]}",
        "{\"data\":[{\"embedding\":[]},{\"embedding\":[]}]}",
        "{\"data\":[{\"embedding\":[1]},{\"embedding\":[\"x\"]}]}",
        "{\"data\":[{\"embedding\":[1]},{\"embedding\":[1e99]}]}",
        "{\"data\":[{\"embedding\":[1],\"index\":0},{\"embedding\":[1],\"index\":0}]}",
        "{\"data\":[{\"embedding\":[1],\"index\":0},{\"embedding\":[1],\"index\":2}]}"
      })
  void vectorsThatDoNotFitTheTextsAreMalformed(String body) {
    server.enqueue(Wire.json(200, body));
    EmbeddingReply reply = Wire.get(client.embed(Wire.embedding()));
    assertThat(((EmbeddingReply.Failed) reply).failure().kind()).isEqualTo(Kind.MALFORMED);
  }
}
