package org.groupdigest.connectors.llm;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;

/** Turns what came over HTTP into replies. Never throws. */
final class ReplyInterpreter {
  private final RetryAfter retryAfter;

  ReplyInterpreter(Clock clock) {
    this.retryAfter = new RetryAfter(clock);
  }

  /** The reply, a failure included. */
  <R> R interpret(HttpReply reply, AnswerReader<R> reader) {
    if (reply instanceof HttpReply.Broken broken) {
      return reader.failed(broken.failure());
    }
    HttpReply.Complete complete = (HttpReply.Complete) reply;
    JsonNode body = Json.parse(complete.body());
    if (!complete.isSuccess()) {
      return reader.failed(failure(complete, complete.status(), body));
    }
    if (!body.isObject()) {
      return reader.malformed("not_json");
    }
    // Routers of several providers report the error of one of them under status 200.
    int inner = Json.countOr(body.path("error").path("code"), 0);
    return inner >= 400 ? reader.failed(failure(complete, inner, body)) : reader.answered(body);
  }

  private LlmFailure failure(HttpReply.Complete reply, int status, JsonNode body) {
    return new LlmFailure(
        ProviderErrors.kindOf(status, body), retryAfter.of(reply.headers()), "http_" + status);
  }
}
