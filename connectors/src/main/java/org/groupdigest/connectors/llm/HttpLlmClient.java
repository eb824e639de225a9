package org.groupdigest.connectors.llm;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.groupdigest.connectors.llm.LlmFailure.Kind;
import org.groupdigest.connectors.shared.OneShotBody;

/**
 * What both protocols share: the order of things, and that whatever goes wrong becomes a failure.
 */
abstract class HttpLlmClient implements LlmClient {
  private final HttpUrl chatUrl;
  private final HttpUrl embeddingsUrl;
  private final ReplyInterpreter interpreter;

  HttpLlmClient(LlmEndpoint endpoint, Clock clock) {
    this.chatUrl = EndpointUrls.below("baseUrl", endpoint.baseUrl(), "chat/completions");
    this.embeddingsUrl = EndpointUrls.below("baseUrl", endpoint.baseUrl(), "embeddings");
    this.interpreter = new ReplyInterpreter(clock);
  }

  /** Adds what only this protocol says of a conversation. */
  abstract void describe(ChatRequest request, ObjectNode body);

  /** Adds what only this protocol says of texts. */
  abstract void describe(EmbeddingRequest request, ObjectNode body);

  /** Adds headers other than those of authentication; the user may be null. */
  abstract void identify(Request.Builder request, String idempotencyKey, String user);

  /** Sends a request once, authenticated. */
  abstract CompletionStage<HttpReply> send(Request request, Duration timeout);

  @Override
  public final CompletionStage<ChatReply> chat(ChatRequest request) {
    return exchange(
        () -> request(chatUrl, body(request), request.idempotencyKey(), request.user()),
        request.timeout(),
        new ChatAnswers(request));
  }

  @Override
  public final CompletionStage<EmbeddingReply> embed(EmbeddingRequest request) {
    return exchange(
        () -> request(embeddingsUrl, body(request), request.idempotencyKey(), request.user()),
        request.timeout(),
        new EmbeddingAnswers(request));
  }

  private <R> CompletionStage<R> exchange(
      Supplier<Request> request, Duration timeout, AnswerReader<R> reader) {
    CompletionStage<HttpReply> reply;
    try {
      reply = send(request.get(), timeout);
    } catch (RuntimeException e) {
      // Such as a key that no header can carry; the exception may quote it.
      return CompletableFuture.completedFuture(
          reader.failed(LlmFailure.of(Kind.BAD_REQUEST, "unsendable_request")));
    }
    return reply
        .thenApply(received -> interpreter.interpret(received, reader))
        .exceptionally(e -> reader.malformed("unreadable_answer"));
  }

  private Request request(HttpUrl url, ObjectNode body, String idempotencyKey, String user) {
    Request.Builder request =
        new Request.Builder().url(url).post(OneShotBody.json(body.toString()));
    request.header("Accept", "application/json");
    identify(request, idempotencyKey, user);
    return request.build();
  }

  private ObjectNode body(ChatRequest request) {
    ObjectNode body = Json.object().put("model", request.model());
    ArrayNode messages = body.putArray("messages");
    for (ChatMessage message : request.messages()) {
      messages.addObject().put("role", message.role().wireName()).put("content", message.content());
    }
    body.put("max_tokens", request.maxAnswerTokens());
    describe(request, body);
    return body;
  }

  private ObjectNode body(EmbeddingRequest request) {
    ObjectNode body = Json.object().put("model", request.model());
    ArrayNode input = body.putArray("input");
    request.texts().forEach(input::add);
    describe(request, body);
    return body;
  }
}
