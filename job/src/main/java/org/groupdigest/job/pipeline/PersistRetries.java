package org.groupdigest.job.pipeline;

import java.io.Serializable;
import java.time.Duration;

/**
 * How writing to a store that is away is tried again: pauses double from the first to the longest.
 *
 * @param most tries after the first
 * @param firstPause pause before the first of them
 * @param longestPause upper bound of a pause
 */
public record PersistRetries(int most, Duration firstPause, Duration longestPause)
    implements Serializable {

  /** About ten minutes in all. */
  public static final PersistRetries DEFAULT =
      new PersistRetries(24, Duration.ofMillis(200), Duration.ofSeconds(30));

  /** Pause before a try, in milliseconds; {@code retried} counts from 0. */
  public long pauseMillis(int retried) {
    long doubled = firstPause.toMillis() << Math.min(retried, 20);
    return Math.min(doubled, longestPause.toMillis());
  }

  /** Upper bound of all pauses together. */
  public Duration total() {
    long sum = 0;
    for (int i = 0; i < most; i++) {
      sum += pauseMillis(i);
    }
    return Duration.ofMillis(sum);
  }
}
