package org.groupdigest.connectors.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryDelayTest {
  private final RetryDelay delay = new RetryDelay(Duration.ofMillis(100), Duration.ofSeconds(1));
  private final Random random = new Random(7);

  @Test
  void doublesUpToItsLimitAndStaysThere() {
    assertThat(longest(1)).isEqualTo(100);
    assertThat(longest(2)).isEqualTo(200);
    assertThat(longest(4)).isEqualTo(800);
    assertThat(longest(5)).isEqualTo(1_000);
    assertThat(longest(Integer.MAX_VALUE)).isEqualTo(1_000);
  }

  @Test
  void isUpToHalfShorterByChance() {
    long shortest =
        IntStream.range(0, 2_000).mapToLong(i -> delay.after(2, random).toMillis()).min().orElse(0);
    assertThat(shortest).isEqualTo(100);
  }

  @Test
  void isPositiveAndInOrder() {
    assertThatThrownBy(() -> new RetryDelay(Duration.ZERO, Duration.ofSeconds(1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new RetryDelay(Duration.ofSeconds(2), Duration.ofSeconds(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private long longest(int failures) {
    return IntStream.range(0, 2_000)
        .mapToLong(i -> delay.after(failures, random).toMillis())
        .max()
        .orElse(0);
  }
}
