package org.groupdigest.connectors.llm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import org.groupdigest.connectors.llm.LlmFailure.Kind;
import org.groupdigest.testing.SettableClock;
import org.junit.jupiter.api.Test;

class AccessTokensTest {
  private static final TokenReply DOWN =
      new TokenReply.Refused(LlmFailure.of(Kind.UNREACHABLE, "token_down"));

  private final SettableClock clock = new SettableClock(Wire.NOW);
  private final Deque<CompletableFuture<TokenReply>> flights = new ArrayDeque<>();
  private final AccessTokens tokens = new AccessTokens(this::depart, clock);

  @Test
  void nobodyAsksBeforeATokenIsNeeded() {
    assertThat(flights).isEmpty();
  }

  @Test
  void allWaitForTheSameFlight() {
    CompletableFuture<TokenReply> first = tokens.token();
    CompletableFuture<TokenReply> second = tokens.token();
    assertThat(flights).hasSize(1);
    assertThat(first).isNotDone();
    TokenReply token = granted("a", Duration.ofMinutes(30));
    flights.getLast().complete(token);
    assertThat(first).isCompletedWithValue(token);
    assertThat(second).isCompletedWithValue(token);
    assertThat(tokens.token()).isCompletedWithValue(token);
    assertThat(flights).hasSize(1);
  }

  @Test
  void oneWhoGivesUpDoesNotTakeTheTokenFromOthers() {
    CompletableFuture<TokenReply> impatient = tokens.token();
    CompletableFuture<TokenReply> patient = tokens.token();
    impatient.complete(DOWN);
    TokenReply token = granted("a", Duration.ofMinutes(30));
    flights.getLast().complete(token);
    assertThat(patient).isCompletedWithValue(token);
  }

  @Test
  void theLastMinuteOfALongTokenIsForItsRenewal() {
    TokenReply old = land("a", Duration.ofMinutes(30));
    clock.advance(Duration.ofMinutes(29).minusMillis(1));
    ask();
    assertThat(flights).hasSize(1);
    clock.advance(Duration.ofMillis(1));
    assertThat(tokens.token()).isCompletedWithValue(old);
    assertThat(tokens.token()).isCompletedWithValue(old);
    assertThat(flights).hasSize(2);
    TokenReply fresh = granted("b", Duration.ofMinutes(30));
    flights.getLast().complete(fresh);
    assertThat(tokens.token()).isCompletedWithValue(fresh);
  }

  @Test
  void theLastTenthOfAShortTokenIsForItsRenewal() {
    land("a", Duration.ofSeconds(10));
    clock.advance(Duration.ofSeconds(9).minusMillis(1));
    ask();
    assertThat(flights).hasSize(1);
    clock.advance(Duration.ofMillis(1));
    ask();
    assertThat(flights).hasSize(2);
  }

  @Test
  void aRenewalThatFailsLeavesTheOldTokenAndAPause() {
    TokenReply old = land("a", Duration.ofMinutes(30));
    clock.advance(Duration.ofMinutes(29));
    ask();
    flights.getLast().complete(DOWN);
    assertThat(tokens.token()).isCompletedWithValue(old);
    assertThat(flights).hasSize(2);
    clock.advance(Duration.ofSeconds(5));
    assertThat(tokens.token()).isCompletedWithValue(old);
    assertThat(flights).hasSize(3);
  }

  @Test
  void anExpiredTokenIsNotGivenOut() {
    land("a", Duration.ofMinutes(30));
    clock.advance(Duration.ofMinutes(30));
    CompletableFuture<TokenReply> next = tokens.token();
    assertThat(next).isNotDone();
    flights.getLast().complete(DOWN);
    assertThat(next).isCompletedWithValue(DOWN);
    assertThat(tokens.token()).isNotDone();
    assertThat(flights).hasSize(3);
  }

  @Test
  void aRejectedTokenIsForgottenOnceHoweverManyRejectIt() {
    TokenReply.Granted old = land("a", Duration.ofMinutes(30));
    tokens.reject(old);
    ask();
    TokenReply fresh = granted("b", Duration.ofMinutes(30));
    flights.getLast().complete(fresh);
    tokens.reject(old);
    assertThat(tokens.token()).isCompletedWithValue(fresh);
    assertThat(flights).hasSize(2);
  }

  @Test
  void aClockThatRunsAheadCostsTokensButNoAnswers() {
    CompletableFuture<TokenReply> waiting = tokens.token();
    TokenReply past = granted("a", Duration.ofMinutes(-5));
    flights.getLast().complete(past);
    assertThat(waiting).isCompletedWithValue(past);
    ask();
    assertThat(flights).hasSize(2);
  }

  @Test
  void aDefectOfTheSourceKeepsNobodyWaiting() {
    AccessTokens throwing =
        new AccessTokens(
            () -> {
              throw new IllegalStateException("defect");
            },
            clock);
    AccessTokens failing =
        new AccessTokens(
            () -> CompletableFuture.failedFuture(new IllegalStateException("defect")), clock);
    TokenReply defect = new TokenReply.Refused(LlmFailure.of(Kind.MALFORMED, "token_defect"));
    assertThat(throwing.token()).isCompletedWithValue(defect);
    assertThat(failing.token()).isCompletedWithValue(defect);
  }

  private void ask() {
    assertThat(tokens.token()).isNotNull();
  }

  private CompletableFuture<TokenReply> depart() {
    flights.add(new CompletableFuture<>());
    return flights.getLast();
  }

  private TokenReply.Granted land(String token, Duration life) {
    ask();
    TokenReply.Granted granted = granted(token, life);
    flights.getLast().complete(granted);
    return granted;
  }

  private TokenReply.Granted granted(String token, Duration life) {
    return new TokenReply.Granted(token, clock.instant().plus(life));
  }
}
