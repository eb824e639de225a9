package org.groupdigest.job.sim;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Access tokens that were given out. */
final class IssuedTokens {

  /** What a token is worth. */
  enum State {
    VALID,
    EXPIRED,
    UNKNOWN
  }

  /** A token and the instant from which it is worth nothing. */
  record Issued(String token, Instant expiresAt) {}

  private final Clock clock;
  private final Duration lifetime;
  private final AtomicInteger count = new AtomicInteger();
  private final Map<String, Instant> expiry = new ConcurrentHashMap<>();

  IssuedTokens(Clock clock, Duration lifetime) {
    this.clock = clock;
    this.lifetime = lifetime;
  }

  Issued issue() {
    Issued issued =
        new Issued("simulated-token-" + count.incrementAndGet(), clock.instant().plus(lifetime));
    expiry.put(issued.token(), issued.expiresAt());
    return issued;
  }

  State stateOf(String token) {
    Instant end = expiry.get(token);
    if (end == null) {
      return State.UNKNOWN;
    }
    return clock.instant().isBefore(end) ? State.VALID : State.EXPIRED;
  }
}
