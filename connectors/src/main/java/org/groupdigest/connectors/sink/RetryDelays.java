package org.groupdigest.connectors.sink;

import java.io.Serializable;
import java.time.Duration;

/**
 * How long a store is left alone after failures in a row: doubling, up to a limit, for ever.
 *
 * @param first after one failure
 * @param longest after many
 */
public record RetryDelays(Duration first, Duration longest) implements Serializable {
  private static final int MOST_DOUBLINGS = 30;

  /** Checks that the delays grow and that none is nothing, which would be a busy loop. */
  public RetryDelays {
    if (first.toMillis() < 1 || longest.compareTo(first) < 0) {
      throw new IllegalArgumentException("delays must be positive and must not shrink");
    }
  }

  /** A fifth of a second to half a minute. */
  public static RetryDelays defaults() {
    return new RetryDelays(Duration.ofMillis(200), Duration.ofSeconds(30));
  }

  /** Milliseconds to wait after so many failures in a row, at least one. */
  public long millisAfter(int failures) {
    long doubled = first.toMillis() << Math.min(failures - 1, MOST_DOUBLINGS);
    return doubled < first.toMillis() ? longest.toMillis() : Math.min(doubled, longest.toMillis());
  }
}
