package org.groupdigest.job.context.thread.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class AdamTest {

  private static final int SIZE = 4;

  @Test
  void firstStepIsAsLongAsTheRateWhateverTheSlope() {
    double[] weights = new double[SIZE];

    new Adam(SIZE, 0).step(weights, new double[] {123.4, 0, 0, 0}, 0.01);

    assertThat(weights[0]).isCloseTo(-0.01, within(1e-6));
    assertThat(weights[1]).isZero();
  }

  @Test
  void decayShrinksWeightsWithoutSlope() {
    double[] weights = new double[SIZE];
    Arrays.fill(weights, 2);

    new Adam(SIZE, 0.1).step(weights, new double[SIZE], 0.5);

    assertThat(weights[3]).isCloseTo(2 - 0.5 * 0.1 * 2, within(1e-12));
  }
}
