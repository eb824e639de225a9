package org.groupdigest.connectors.llm;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.groupdigest.connectors.llm.LlmFailure.Kind;
import org.groupdigest.connectors.shared.OneShotBody;

/** Asks GigaChat's authorization service for access tokens, which hold for half an hour. */
final class GigaChatTokens implements AutoCloseable {
  private final LlmHttp http;
  private final HttpUrl url;
  private final String authorization;
  private final String scope;
  private final Duration timeout;
  private final Supplier<UUID> ids;
  private final RetryAfter retryAfter;

  /** Reads the key, does not connect. */
  GigaChatTokens(GigaChatEndpoint endpoint, Clock clock, Supplier<UUID> ids) {
    this.url = EndpointUrls.parse("authUrl", endpoint.authUrl());
    this.authorization = "Basic " + endpoint.authorizationKey().resolve();
    this.scope = endpoint.scope();
    this.timeout = endpoint.tokenTimeout();
    this.ids = ids;
    this.retryAfter = new RetryAfter(clock);
    // A client of its own: a token must not wait behind the calls that wait for it.
    this.http = new LlmHttp(endpoint.http().withMaxRequests(1));
  }

  /** Sends one request for a token. */
  CompletionStage<TokenReply> request() {
    Request request =
        new Request.Builder()
            .url(url)
            .header("Authorization", authorization)
            .header("Accept", "application/json")
            .header("RqUID", ids.get().toString())
            .post(OneShotBody.form("scope=" + URLEncoder.encode(scope, StandardCharsets.UTF_8)))
            .build();
    return http.post(request, timeout).thenApply(this::read);
  }

  private TokenReply read(HttpReply reply) {
    if (reply instanceof HttpReply.Broken broken) {
      LlmFailure failure = broken.failure();
      return refused(failure.kind(), null, failure.detail());
    }
    HttpReply.Complete complete = (HttpReply.Complete) reply;
    return complete.isSuccess()
        ? granted(Json.parse(complete.body()))
        : refused(
            kindOf(complete.status()),
            retryAfter.of(complete.headers()),
            "http_" + complete.status());
  }

  private static TokenReply granted(JsonNode answer) {
    String token = answer.path("access_token").asText("");
    JsonNode expiresAt = answer.path("expires_at");
    boolean sendable = token.chars().allMatch(c -> c > ' ' && c < 0x7f);
    if (token.isEmpty() || !sendable || !expiresAt.canConvertToLong()) {
      return refused(Kind.MALFORMED, null, "no_token");
    }
    return new TokenReply.Granted(token, Instant.ofEpochMilli(expiresAt.longValue()));
  }

  /** The service answers 400 to a scope that does not belong to the key. */
  private static Kind kindOf(int status) {
    return status == 400 ? Kind.BAD_CREDENTIALS : ProviderErrors.kindOf(status, Json.object());
  }

  private static TokenReply refused(Kind kind, Duration retryAfter, String detail) {
    return new TokenReply.Refused(new LlmFailure(kind, retryAfter, "token_" + detail));
  }

  @Override
  public void close() {
    http.close();
  }
}
