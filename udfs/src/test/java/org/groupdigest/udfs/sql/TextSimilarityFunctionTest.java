package org.groupdigest.udfs.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TextSimilarityFunctionTest {

  private final TextSimilarityFunction function = new TextSimilarityFunction();

  @Test
  void comparesTokens() {
    assertThat(function.eval("deploy failed again", "Deploy FAILED"))
        .isCloseTo(0.816, within(0.001));
    assertThat(function.eval("deploy", "lunch")).isZero();
  }

  @Test
  void equalTextsAreNeverAboveOne() {
    assertThat(function.eval("one two three four five", "one two three four five"))
        .isLessThanOrEqualTo(1.0)
        .isCloseTo(1.0, within(1e-9));
  }

  @Test
  void nullGivesNull() {
    assertThat(function.eval(null, "x")).isNull();
    assertThat(function.eval("x", null)).isNull();
  }
}
