package org.groupdigest.connectors.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetryDelaysTest {
  @Test
  void delaysDoubleUpToTheLongestAndStayThereForEver() {
    RetryDelays delays = new RetryDelays(Duration.ofMillis(200), Duration.ofMillis(1_500));
    assertThat(delays.millisAfter(1)).isEqualTo(200);
    assertThat(delays.millisAfter(2)).isEqualTo(400);
    assertThat(delays.millisAfter(3)).isEqualTo(800);
    assertThat(delays.millisAfter(4)).isEqualTo(1_500);
    assertThat(delays.millisAfter(Integer.MAX_VALUE)).isEqualTo(1_500);
  }

  @Test
  void veryLongDelaysDoNotOverflow() {
    RetryDelays delays = new RetryDelays(Duration.ofDays(200_000), Duration.ofDays(300_000));
    for (int failures = 1; failures < 100; failures++) {
      assertThat(delays.millisAfter(failures))
          .isBetween(delays.first().toMillis(), delays.longest().toMillis());
    }
  }

  @Test
  void noDelayAndShrinkingDelaysAreMistakes() {
    assertThatThrownBy(() -> new RetryDelays(Duration.ofNanos(1), Duration.ofSeconds(1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new RetryDelays(Duration.ofSeconds(2), Duration.ofSeconds(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
