package org.groupdigest.connectors.llm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import okhttp3.Request;
import org.groupdigest.connectors.llm.LlmFailure.Kind;

/**
 * GigaChat. A request that is answered with 401 is sent once more with a new token, which is part
 * of authentication and no retry: the first one was not looked at. The timeout of a request holds
 * for all of it, a token included.
 */
final class GigaChatClient extends HttpLlmClient {
  private final LlmHttp http;
  private final GigaChatTokens authorization;
  private final AccessTokens tokens;
  private final ResponseFormat format;
  private final Clock clock;

  /** A client; reads the key and certificates, does not connect. */
  GigaChatClient(GigaChatEndpoint endpoint, Clock clock, Supplier<UUID> ids) {
    super(endpoint, clock);
    this.clock = clock;
    this.format = endpoint.responseFormat();
    this.authorization = new GigaChatTokens(endpoint, clock, ids);
    this.tokens = new AccessTokens(authorization::request, clock);
    this.http = new LlmHttp(endpoint.http());
  }

  @Override
  void describe(ChatRequest request, ObjectNode body) {
    if (request.temperature() > 0) {
      body.put("temperature", request.temperature());
    } else {
      // A temperature must be above 0; no room beside the likeliest token is the same.
      body.put("top_p", 0);
    }
    if (request.responseSchema() != null && format != ResponseFormat.NONE) {
      body.putObject("response_format")
          .put("type", "json_schema")
          .put("strict", format == ResponseFormat.JSON_SCHEMA_STRICT)
          .<JsonNode>set("schema", request.responseSchema().tree());
    }
  }

  @Override
  void describe(EmbeddingRequest request, ObjectNode body) {
    // Model and texts are all.
  }

  /** The tries of one call are one session: the provider keeps what it has read of its prompt. */
  @Override
  void identify(Request.Builder request, String idempotencyKey, String user) {
    request.header("X-Request-ID", idempotencyKey).header("X-Session-ID", idempotencyKey);
    if (user != null) {
      request.header("X-Client-ID", user);
    }
  }

  @Override
  CompletionStage<HttpReply> send(Request request, Duration timeout) {
    return send(request, Deadline.in(timeout, clock), true);
  }

  private CompletionStage<HttpReply> send(Request request, Deadline deadline, boolean mayRenew) {
    return tokenBefore(deadline)
        .thenCompose(
            reply ->
                reply instanceof TokenReply.Granted token
                    ? send(request, token, deadline, mayRenew)
                    : done(new HttpReply.Broken(((TokenReply.Refused) reply).failure())));
  }

  private CompletionStage<HttpReply> send(
      Request request, TokenReply.Granted token, Deadline deadline, boolean mayRenew) {
    Request authorized =
        request.newBuilder().header("Authorization", "Bearer " + token.token()).build();
    return http.post(authorized, deadline.left())
        .thenCompose(
            reply -> {
              if (!isUnauthorized(reply)) {
                return done(reply);
              }
              tokens.reject(token);
              return mayRenew ? send(request, deadline, false) : done(reply);
            });
  }

  private CompletableFuture<TokenReply> tokenBefore(Deadline deadline) {
    TokenReply late = new TokenReply.Refused(LlmFailure.of(Kind.TIMEOUT, "token_timeout"));
    return tokens
        .token()
        .completeOnTimeout(late, deadline.left().toMillis(), TimeUnit.MILLISECONDS);
  }

  private static boolean isUnauthorized(HttpReply reply) {
    return reply instanceof HttpReply.Complete complete && complete.status() == 401;
  }

  private static CompletionStage<HttpReply> done(HttpReply reply) {
    return CompletableFuture.completedFuture(reply);
  }

  @Override
  public void close() {
    authorization.close();
    http.close();
  }
}
