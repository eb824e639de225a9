package org.groupdigest.job.llm.route;

import java.time.Duration;
import java.time.Instant;

/**
 * When a routed request must be over.
 *
 * @param end that instant
 */
record Deadline(Instant end) {

  /** A request that has less time is not worth its tokens. */
  private static final Duration LEAST = Duration.ofSeconds(1);

  /** Last instant at which a request to a model may begin. */
  Instant latestStart() {
    return end.minus(LEAST);
  }

  /** Whether a request may begin at an instant. */
  boolean allowsStart(Instant at) {
    return !at.isAfter(latestStart());
  }

  /** What a request that begins now may take. */
  Duration timeout(Instant now, Duration longest) {
    Duration left = Duration.between(now, end);
    return left.compareTo(longest) < 0 ? left : longest;
  }
}
