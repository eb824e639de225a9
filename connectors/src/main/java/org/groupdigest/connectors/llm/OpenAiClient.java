package org.groupdigest.connectors.llm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import okhttp3.Request;

/**
 * The chat completions protocol of OpenAI, as the company and many servers speak it. An answer that
 * does not say how many tokens it took is counted by {@link TokenEstimate}.
 */
final class OpenAiClient extends HttpLlmClient {
  private final LlmHttp http;
  private final ResponseFormat format;
  private final String authorization;

  /** A client; reads the key and certificates, does not connect. */
  OpenAiClient(OpenAiEndpoint endpoint, Clock clock) {
    super(endpoint, clock);
    this.format = endpoint.responseFormat();
    this.authorization = endpoint.key().isNone() ? null : "Bearer " + endpoint.key().resolve();
    this.http = new LlmHttp(endpoint.http());
  }

  @Override
  void describe(ChatRequest request, ObjectNode body) {
    body.put("temperature", request.temperature());
    putUser(body, request.user());
    ResponseSchema schema = request.responseSchema();
    if (schema == null || format == ResponseFormat.NONE) {
      return;
    }
    ObjectNode responseFormat = body.putObject("response_format");
    if (format == ResponseFormat.JSON_OBJECT) {
      responseFormat.put("type", "json_object");
      return;
    }
    responseFormat
        .put("type", "json_schema")
        .putObject("json_schema")
        .put("name", schema.name())
        .put("strict", format == ResponseFormat.JSON_SCHEMA_STRICT)
        .<JsonNode>set("schema", schema.tree());
  }

  @Override
  void describe(EmbeddingRequest request, ObjectNode body) {
    putUser(body, request.user());
  }

  private static void putUser(ObjectNode body, String user) {
    if (user != null) {
      body.put("user", user);
    }
  }

  @Override
  void identify(Request.Builder request, String idempotencyKey, String user) {
    request.header("Idempotency-Key", idempotencyKey).header("X-Request-ID", idempotencyKey);
  }

  @Override
  CompletionStage<HttpReply> send(Request request, Duration timeout) {
    return http.post(
        authorization == null
            ? request
            : request.newBuilder().header("Authorization", authorization).build(),
        timeout);
  }

  @Override
  public void close() {
    http.close();
  }
}
