package org.groupdigest.job.llm.route;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A circuit that so many failures in a row open and one probe after a while closes or opens again.
 * The outcome of a request counts only while the circuit is as it was when the request began: a
 * request of the time before the failures is no probe. Its user guards it with a lock.
 */
final class Breaker {

  private final CircuitBreaker circuit;

  private Breaker(CircuitBreaker circuit) {
    this.circuit = circuit;
  }

  /** Closed at first. */
  static Breaker closed(CircuitBreakerConfig config) {
    return new Breaker(CircuitBreaker.of("llm", config));
  }

  /**
   * What circuits do.
   *
   * @param failures in a row that open one
   * @param recovery until a probe is let through, more than 1 ms
   * @param clock measures it
   */
  static CircuitBreakerConfig config(int failures, Duration recovery, Clock clock) {
    return CircuitBreakerConfig.custom()
        .slidingWindowType(SlidingWindowType.COUNT_BASED)
        .slidingWindowSize(failures)
        .minimumNumberOfCalls(failures)
        .failureRateThreshold(100)
        // The library lets the probe through after this time, not at it.
        .waitDurationInOpenState(recovery.minusMillis(1))
        .permittedNumberOfCallsInHalfOpenState(1)
        .automaticTransitionFromOpenToHalfOpenEnabled(false)
        .recordResult(Boolean.FALSE::equals)
        .clock(clock)
        .build();
  }

  /** Leave for a request, or nothing while the circuit is open or its probe under way. */
  Optional<Pass> pass() {
    return circuit.tryAcquirePermission()
        ? Optional.of(new Pass(circuit.getState()))
        : Optional.empty();
  }

  boolean isClosed() {
    return circuit.getState() == State.CLOSED;
  }

  /** Leave for one request, used up by one of its methods. */
  final class Pass {

    private final State granted;

    private Pass(State granted) {
      this.granted = granted;
    }

    /** The request was answered. */
    void succeeded() {
      report(true);
    }

    /**
     * The request failed, and that says something about who was asked.
     *
     * @return whether this was the failure that opened the circuit
     */
    boolean failed() {
      boolean counts = circuit.getState() == granted;
      report(false);
      return counts && circuit.getState() == State.OPEN;
    }

    /** The request says nothing about who was asked; a probe may be made by another. */
    void abandoned() {
      if (circuit.getState() == granted) {
        circuit.releasePermission();
      }
    }

    private void report(boolean success) {
      if (circuit.getState() == granted) {
        circuit.onResult(0, TimeUnit.NANOSECONDS, success);
      }
    }
  }
}
