package org.groupdigest.connectors.llm;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * The end of a call that takes more than one HTTP request.
 *
 * @param clock tells the time
 * @param end when all is over
 */
record Deadline(Clock clock, Instant end) {
  /** A time from now. */
  static Deadline in(Duration time, Clock clock) {
    return new Deadline(clock, clock.instant().plus(time));
  }

  /** Time left; not positive when it is over. */
  Duration left() {
    return Duration.between(clock.instant(), end);
  }
}
