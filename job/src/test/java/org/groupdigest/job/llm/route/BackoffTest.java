package org.groupdigest.job.llm.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Waits grow, are spread, and are bounded. */
class BackoffTest {

  private static final Duration FIRST = Duration.ofMillis(500);
  private static final Duration LONGEST = Duration.ofSeconds(10);

  @Property
  void everyWaitIsBetweenNothingAndItsBound(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 100_000) int tries) {
    Duration wait = new Backoff(FIRST, LONGEST, new Random(seed)).after(tries);
    long bound = tries > 5 ? 10_000 : Math.min(10_000, 500L << (tries - 1));
    assertThat(wait).isBetween(Duration.ZERO, Duration.ofMillis(bound));
  }

  @Test
  void theWholeRangeIsUsed() {
    Backoff backoff = new Backoff(FIRST, LONGEST, new Random(7));
    double[] waits =
        IntStream.range(0, 2000).mapToDouble(i -> backoff.after(1).toMillis()).toArray();
    assertThat(Arrays.stream(waits).average().orElseThrow()).isBetween(230.0, 270.0);
    assertThat(Arrays.stream(waits).min().orElseThrow()).isLessThan(20);
    assertThat(Arrays.stream(waits).max().orElseThrow()).isGreaterThan(480);
  }
}
