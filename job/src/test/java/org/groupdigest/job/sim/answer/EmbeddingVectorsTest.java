package org.groupdigest.job.sim.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class EmbeddingVectorsTest {

  private static double cosine(String one, String other) {
    double[] a = EmbeddingVectors.of(one);
    double[] b = EmbeddingVectors.of(other);
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  @Test
  void vectorsHaveLengthOne() {
    assertThat(EmbeddingVectors.of("Очередь платежей встала")).hasSize(256);
    assertThat(cosine("the queue is stuck", "the queue is stuck")).isCloseTo(1, within(1e-9));
  }

  @Test
  void textsWithWordsInCommonAreNear() {
    double near = cosine("the payment queue is stuck", "payment queue stuck again");
    assertThat(near).isGreaterThan(cosine("the payment queue is stuck", "lunch at noon"));
  }

  @Test
  void aTextWithoutWordsIsNowhere() {
    assertThat(EmbeddingVectors.of("!?")).containsOnly(0);
  }
}
