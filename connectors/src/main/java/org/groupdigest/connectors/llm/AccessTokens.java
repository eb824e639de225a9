package org.groupdigest.connectors.llm;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * The current access token. However many ask, one request for a token is under way at most. A token
 * is renewed while it still holds, in its last tenth but not earlier than a minute before its end;
 * those who ask meanwhile get the old one and wait for nothing.
 */
final class AccessTokens {
  private static final Duration LONGEST_MARGIN = Duration.ofMinutes(1);
  // After a renewal that failed while the old token still holds.
  private static final Duration PAUSE = Duration.ofSeconds(5);

  // A defect of the source must not keep everyone waiting.
  private static final TokenReply BROKEN =
      new TokenReply.Refused(LlmFailure.of(LlmFailure.Kind.MALFORMED, "token_defect"));

  private final Supplier<CompletionStage<TokenReply>> source;
  private final Clock clock;

  private TokenReply.Granted current;
  private Instant renewFrom = Instant.MIN;
  private CompletableFuture<TokenReply> flight;

  /**
   * No token yet.
   *
   * @param source asks for a token; has to complete, or all wait with it
   */
  AccessTokens(Supplier<CompletionStage<TokenReply>> source, Clock clock) {
    this.source = source;
    this.clock = clock;
  }

  /** A token that holds now, or why there is none. */
  CompletableFuture<TokenReply> token() {
    CompletableFuture<TokenReply> departing = null;
    CompletableFuture<TokenReply> answer;
    synchronized (this) {
      Instant now = clock.instant();
      boolean holds = current != null && now.isBefore(current.expiresAt());
      if (flight == null && (!holds || !now.isBefore(renewFrom))) {
        flight = new CompletableFuture<>();
        departing = flight;
      }
      answer = holds ? CompletableFuture.completedFuture(current) : flight.copy();
    }
    if (departing != null) {
      depart(departing);
    }
    return answer;
  }

  /** Forgets a token that was not accepted, unless another one has replaced it. */
  synchronized void reject(TokenReply.Granted token) {
    if (token.equals(current)) {
      current = null;
    }
  }

  private void depart(CompletableFuture<TokenReply> departing) {
    CompletableFuture.completedStage(departing)
        .thenCompose(flown -> source.get())
        .exceptionally(e -> BROKEN)
        .thenAccept(reply -> land(departing, reply));
  }

  /** Keeps the token, then tells those who wait: outside the lock, as they go on in this thread. */
  private void land(CompletableFuture<TokenReply> landing, TokenReply reply) {
    synchronized (this) {
      flight = null;
      Instant now = clock.instant();
      if (reply instanceof TokenReply.Granted granted) {
        current = granted;
        renewFrom = granted.expiresAt().minus(margin(granted, now));
      } else {
        renewFrom = now.plus(PAUSE);
      }
    }
    landing.complete(reply);
  }

  private static Duration margin(TokenReply.Granted granted, Instant now) {
    Duration tenth = Duration.between(now, granted.expiresAt()).dividedBy(10);
    return tenth.compareTo(LONGEST_MARGIN) < 0 ? tenth : LONGEST_MARGIN;
  }
}
