package org.groupdigest.connectors.llm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import okhttp3.mockwebserver.MockWebServer;
import okhttp3.mockwebserver.RecordedRequest;
import org.groupdigest.connectors.llm.LlmFailure.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GigaChatClientTest {
  private final MockWebServer server = new MockWebServer();
  private LlmClient client;

  @BeforeEach
  void open() throws IOException {
    server.start();
    client = LlmClients.open(Wire.gigaChat(server).build(), Wire.CLOCK, () -> Wire.ID);
    server.enqueue(Wire.token("token-1", Wire.NOW.plus(Duration.ofMinutes(30))));
  }

  @AfterEach
  void close() throws IOException {
    client.close();
    server.shutdown();
  }

  @Test
  void aTokenIsAskedForInTheFormOfTheProtocol() {
    server.enqueue(Wire.answer());
    Wire.get(client.chat(Wire.chat()));

    RecordedRequest request = Wire.take(server);
    assertThat(request.getRequestLine()).isEqualTo("POST /oauth HTTP/1.1");
    assertThat(request.getHeader("Authorization")).isEqualTo("Basic " + Wire.KEY);
    assertThat(request.getHeader("RqUID")).isEqualTo(Wire.ID.toString());
    assertThat(request.getHeader("Content-Type")).isEqualTo("application/x-www-form-urlencoded");
    assertThat(request.getBody().readUtf8()).isEqualTo("scope=GIGACHAT_API_PERS");
  }

  @Test
  void aConversationIsSentWithTheToken() {
    server.enqueue(Wire.answer());
    assertThat(Wire.get(client.chat(Wire.chat())))
        .isEqualTo(new ChatReply.Answered(Wire.ANSWER, "model-1-2026", 21, 8, false));

    Wire.take(server);
    RecordedRequest request = Wire.take(server);
    assertThat(request.getPath()).isEqualTo("/api/v1/chat/completions");
    assertThat(request.getHeader("Authorization")).isEqualTo("Bearer token-1");
    assertThat(request.getHeader("X-Request-ID")).isEqualTo("call-7");
    assertThat(request.getHeader("X-Session-ID")).isEqualTo("call-7");
    assertThat(request.getHeader("X-Client-ID")).isEqualTo("tenant-a");
    assertThat(Json.parse(request.getBody().readUtf8()))
        .isEqualTo(
            Json.parse(
                """
                {"model": "model-1",
                 "messages": [{"role": "system", "content": "Be brief."},
                              {"role": "user", "content": "%s"}],
                 "max_tokens": 200, "top_p": 0}"""
                    .formatted(Wire.PROMPT)));
  }

  @Test
  void aSchemaIsSentWhereTheEndpointKnowsSchemas() {
    server.enqueue(Wire.answer());
    try (LlmClient own =
        LlmClients.open(
            Wire.gigaChat(server).responseFormat(ResponseFormat.JSON_SCHEMA_STRICT).build(),
            Wire.CLOCK,
            () -> Wire.ID)) {
      Wire.get(own.chat(Wire.chatWithSchema()));
    }
    Wire.take(server);
    RecordedRequest request = Wire.take(server);
    assertThat(request.getHeader("X-Client-ID")).isNull();
    assertThat(Json.parse(request.getBody().readUtf8()))
        .hasToString(
            """
            {"model":"model-1","messages":[{"role":"system","content":"Be brief."},\
            {"role":"user","content":"%s"}],"max_tokens":200,"temperature":0.3,\
            "response_format":{"type":"json_schema","strict":true,"schema":{"type":"object"}}}"""
                .formatted(Wire.PROMPT));
  }

  @Test
  void tokensOfVectorsAreCountedForEachText() {
    server.enqueue(
        Wire.json(
            200,
            """
            {"object": "list", "model": "Embeddings", "data": [
              {"index": 0, "embedding": [1, 0], "usage": {"prompt_tokens": 9}},
              {"index": 1, "embedding": [0, 1], "usage": {"prompt_tokens": 3}}]}"""));
    EmbeddingReply.Answered answered =
        (EmbeddingReply.Answered) Wire.get(client.embed(Wire.embedding()));
    assertThat(answered.promptTokens()).isEqualTo(12);
    assertThat(answered.vectors())
        .usingRecursiveComparison()
        .isEqualTo(List.of(new float[] {1, 0}, new float[] {0, 1}));
    Wire.take(server);
    assertThat(Json.parse(Wire.take(server).getBody().readUtf8()))
        .isEqualTo(
            Json.parse(
                "{\"model\":\"model-e\",\"input\":[\"%s\",\"Friday\"]}".formatted(Wire.PROMPT)));
  }

  @Test
  void vectorsWithoutCountsAreEstimated() {
    server.enqueue(Wire.json(200, "{\"data\":[{\"embedding\":[1]},{\"embedding\":[2]}]}"));
    EmbeddingReply.Answered answered =
        (EmbeddingReply.Answered) Wire.get(client.embed(Wire.embedding()));
    assertThat(answered.promptTokens()).isEqualTo(9 + 2);
    assertThat(answered.model()).isEqualTo("model-e");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400 | {\"status\":400,\"message\":\"bad role\"} | BAD_REQUEST",
        "402 | {\"status\":402,\"message\":\"Payment Required\"} | PAYMENT_REQUIRED",
        "403 | {\"status\":403,\"message\":\"no right to this model\"} | BAD_CREDENTIALS",
        "404 | {\"status\":404,\"message\":\"No such model\"} | BAD_REQUEST",
        "413 | {\"status\":413,\"message\":\"too big\"} | CONTEXT_TOO_LONG",
        "422 | {\"status\":422,\"message\":\"tokens limit exceeded\"} | CONTEXT_TOO_LONG",
        "422 | {\"status\":422,\"message\":\"no messages\"} | BAD_REQUEST",
        "429 | {\"status\":429,\"message\":\"Too many requests\"} | RATE_LIMITED",
        "500 | {\"status\":500,\"message\":\"Internal\"} | OVERLOADED",
        "200 | {\"choices\":[{\"finish_reason\":\"blacklist\",\"message\":{\"content\":\"Let us"
            + " talk of other things\"}}]} | REFUSED_CONTENT",
        "200 | {\"choices\":[{\"finish_reason\":\"error\",\"message\":{\"content\":\"\"}}]} |"
            + " MALFORMED"
      })
  void itsErrorsAreSorted(int status, String body, Kind expected) {
    server.enqueue(Wire.json(status, body));
    assertThat(Wire.kind(client.chat(Wire.chat()))).isEqualTo(expected);
  }
}
