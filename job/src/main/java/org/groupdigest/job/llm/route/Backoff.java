package org.groupdigest.job.llm.route;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Exponential backoff with full jitter: before try n + 1 a wait between nothing and min(longest,
 * first x 2^(n - 1)), evenly distributed, so that requests that failed together do not come back
 * together.
 *
 * @param first upper bound of the first wait
 * @param longest upper bound of all waits
 * @param random chooses within the bound
 */
record Backoff(Duration first, Duration longest, RandomGenerator random) {

  private static final int MOST_DOUBLINGS = 30;

  /**
   * The wait after a number of tries.
   *
   * @param tries requests made so far, at least 1
   */
  Duration after(int tries) {
    double bound =
        Math.min(
            (double) longest.toMillis(),
            first.toMillis() * Math.pow(2, Math.min(tries - 1, MOST_DOUBLINGS)));
    return Duration.ofMillis(Math.round(bound * random.nextDouble()));
  }
}
