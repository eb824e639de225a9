package org.groupdigest.job.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.groupdigest.job.sim.IssuedTokens.Issued;
import org.groupdigest.job.sim.IssuedTokens.State;
import org.junit.jupiter.api.Test;

class IssuedTokensTest {

  private static final Instant NOW = Instant.parse("2025-11-10T09:00:00Z");

  private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
  private final InstantSource source = now::get;
  private final IssuedTokens tokens =
      new IssuedTokens(source.withZone(ZoneOffset.UTC), Duration.ofMinutes(30));

  @Test
  void aTokenHoldsForItsLifeAndNotABitLonger() {
    Issued issued = tokens.issue();
    assertThat(issued.expiresAt()).isEqualTo(NOW.plus(Duration.ofMinutes(30)));
    now.set(issued.expiresAt().minusNanos(1));
    assertThat(tokens.stateOf(issued.token())).isEqualTo(State.VALID);
    now.set(issued.expiresAt());
    assertThat(tokens.stateOf(issued.token())).isEqualTo(State.EXPIRED);
  }

  @Test
  void everyTokenIsAnotherOneAndAllHoldAtOnce() {
    Issued first = tokens.issue();
    Issued second = tokens.issue();
    assertThat(first.token()).isNotEqualTo(second.token());
    assertThat(tokens.stateOf(first.token())).isEqualTo(State.VALID);
    assertThat(tokens.stateOf(second.token())).isEqualTo(State.VALID);
    assertThat(tokens.stateOf("forged")).isEqualTo(State.UNKNOWN);
  }
}
