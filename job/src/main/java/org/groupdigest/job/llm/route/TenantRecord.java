package org.groupdigest.job.llm.route;

import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Instant;

/** How one model serves one tenant; guarded by {@link ModelHealth}. */
final class TenantRecord {

  final Breaker breaker;
  private Instant pausedUntil = Instant.MIN;
  private Instant rowBegan;
  private Instant lastSeen;
  private int inFlight;

  TenantRecord(CircuitBreakerConfig config, Instant now) {
    this.breaker = Breaker.closed(config);
    this.lastSeen = now;
  }

  Instant pausedUntil() {
    return pausedUntil;
  }

  void pause(Instant until) {
    pausedUntil = until.isAfter(pausedUntil) ? until : pausedUntil;
  }

  int inFlight() {
    return inFlight;
  }

  void began() {
    inFlight++;
  }

  void ended(Instant now) {
    inFlight--;
    lastSeen = now;
  }

  void answered() {
    rowBegan = null;
  }

  /** The first of the failures that no answer has interrupted. */
  Instant rowOfFailures(Instant now) {
    rowBegan = rowBegan == null ? now : rowBegan;
    return rowBegan;
  }

  /** Whether a new record would say the same. */
  boolean isClean(Instant now) {
    return inFlight == 0 && rowBegan == null && !now.isBefore(pausedUntil) && breaker.isClosed();
  }

  /** Whether nothing happened since a time and nothing will. */
  boolean isIdle(Instant now, Instant since) {
    return inFlight == 0 && lastSeen.isBefore(since) && !now.isBefore(pausedUntil);
  }
}
