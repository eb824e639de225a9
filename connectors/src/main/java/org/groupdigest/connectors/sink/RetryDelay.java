package org.groupdigest.connectors.sink;

import java.io.Serializable;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before what failed is tried again: twice as long after each failure in a row, up
 * to a limit, and up to half of it less by chance, so that many writers do not come back at once.
 *
 * @param first after the first failure
 * @param longest never longer; also how much longer a checkpoint may have to wait
 */
public record RetryDelay(Duration first, Duration longest) implements Serializable {
  private static final int MAX_DOUBLINGS = 30;

  /** Checks that both are positive and in order. */
  public RetryDelay {
    if (first.isNegative() || first.isZero() || longest.compareTo(first) < 0) {
      throw new IllegalArgumentException("0 < first <= longest, not " + first + ", " + longest);
    }
  }

  /** From a fifth of a second to 10 seconds. */
  public static RetryDelay standard() {
    return new RetryDelay(Duration.ofMillis(200), Duration.ofSeconds(10));
  }

  /**
   * The next delay.
   *
   * @param failures how many there were in a row, at least 1
   */
  public Duration after(int failures, RandomGenerator random) {
    long factor = 1L << Math.min(failures - 1, MAX_DOUBLINGS);
    boolean atLimit = first.compareTo(longest.dividedBy(factor)) >= 0;
    long millis = atLimit ? longest.toMillis() : first.toMillis() * factor;
    return Duration.ofMillis(millis - random.nextLong(millis / 2 + 1));
  }
}
