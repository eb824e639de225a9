package org.groupdigest.udfs.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class TextSimilarityTest {

  @Test
  void ofEqualTextsIsOne() {
    assertThat(TextSimilarity.cosine("ship it today", "Ship it, today!"))
        .isCloseTo(1.0, within(1e-12));
  }

  @Test
  void ofTextsWithoutACommonTokenIsZero() {
    assertThat(TextSimilarity.cosine("green tea", "black coffee")).isZero();
  }

  @Test
  void ofATextWithoutTokensIsZeroEvenToItself() {
    assertThat(TextSimilarity.cosine("!!!", "!!!")).isZero();
    assertThat(TextSimilarity.cosine("", "words here")).isZero();
  }

  @Test
  void weighsRepeatedTokens() {
    double expected = (2 * 1 + 1 * 1) / (Math.sqrt(5) * Math.sqrt(2));

    assertThat(TextSimilarity.cosine("up up down", "up down")).isCloseTo(expected, within(1e-12));
  }

  @Test
  void countsTokens() {
    assertThat(TextSimilarity.counts("Up, up and DOWN"))
        .isEqualTo(Map.of("up", 2, "and", 1, "down", 1));
  }

  @Property(tries = 200)
  void isSymmetricAndInRange(
      @ForAll @StringLength(max = 40) String a, @ForAll @StringLength(max = 40) String b) {
    double similarity = TextSimilarity.cosine(a, b);

    assertThat(similarity).isBetween(0.0, 1.0 + 1e-12);
    assertThat(TextSimilarity.cosine(b, a)).isEqualTo(similarity);
  }
}
