package org.groupdigest.job.llm.route;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.groupdigest.connectors.llm.ChatReply;
import org.groupdigest.connectors.llm.ChatRequest;
import org.groupdigest.connectors.llm.LlmFailure;
import org.groupdigest.connectors.llm.LlmFailure.Kind;
import org.groupdigest.job.llm.CallKey;
import org.groupdigest.job.llm.PaidAnswer;
import org.groupdigest.job.llm.RoutedRequest;

/** One HTTP request, with its ticket and its permit, both of which it gives back in any case. */
final class HttpCall {

  /** How it ended. */
  sealed interface Result {

    /** The model answered. */
    record Answered(PaidAnswer answer) implements Result {}

    /**
     * It did not.
     *
     * @param at when that was known
     */
    record Failed(LlmFailure failure, Instant at) implements Result {}
  }

  /** Whoever asks for more does not know what he says; it also keeps instants within bounds. */
  private static final Duration LONGEST_PAUSE = Duration.ofDays(1);

  private static final double MOST_LIKELY_ANSWER = 0;

  private final RouteServices services;
  private final RoutedRequest request;
  private final CallKey key;
  private final CallTicket ticket;
  private final TenantPermits.Permit permit;
  private final Duration timeout;
  private final boolean cutShort;

  HttpCall(
      RouteServices services,
      RoutedRequest request,
      CallKey key,
      Deadline deadline,
      CallTicket ticket,
      TenantPermits.Permit permit) {
    this.services = services;
    this.request = request;
    this.key = key;
    this.ticket = ticket;
    this.permit = permit;
    Duration usual = services.settings().retry().callTimeout();
    this.timeout = deadline.timeout(services.clock().instant(), usual);
    this.cutShort = timeout.compareTo(usual) < 0;
  }

  CompletionStage<Result> send() {
    return chat().handle((reply, error) -> error == null ? reply : broken()).thenApply(this::end);
  }

  private CompletionStage<ChatReply> chat() {
    try {
      return services.client().chat(chatRequest());
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private ChatRequest chatRequest() {
    return new ChatRequest(
        key.modelId(),
        request.messages(),
        request.schema(),
        request.maxAnswerTokens(),
        MOST_LIKELY_ANSWER,
        key.callId(),
        CallKeys.userOf(request.window().tenantId()),
        timeout);
  }

  /** A client that breaks its contract may have had an answer. */
  private static ChatReply broken() {
    return new ChatReply.Failed(LlmFailure.of(Kind.MALFORMED, "client_error"));
  }

  /** The ticket first: whoever gets the permit must find the pause that this reply asks for. */
  private Result end(ChatReply reply) {
    try (permit) {
      if (reply instanceof ChatReply.Answered answered) {
        ticket.answered();
        return new Result.Answered(paid(answered));
      }
      LlmFailure failure = bounded(((ChatReply.Failed) reply).failure());
      if (failure.kind() == Kind.TIMEOUT && cutShort) {
        ticket.abandoned();
      } else {
        ticket.failed(failure);
      }
      return new Result.Failed(failure, services.clock().instant());
    }
  }

  private static PaidAnswer paid(ChatReply.Answered reply) {
    return new PaidAnswer(
        reply.text(), reply.truncated(), reply.model(), reply.promptTokens(), reply.answerTokens());
  }

  private static LlmFailure bounded(LlmFailure failure) {
    Duration wanted = failure.retryAfter();
    return wanted == null || wanted.compareTo(LONGEST_PAUSE) <= 0
        ? failure
        : new LlmFailure(failure.kind(), LONGEST_PAUSE, failure.detail());
  }
}
