package org.groupdigest.job.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.groupdigest.udfs.text.TextSimilarity;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Similarity against the reference pairs; skipped where the development data is absent. */
class GoldenSimilarityTest {

  static List<GoldenCases.Case> cases() {
    return GoldenCases.of("text_similarity.json");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void textFunctionAgreesWithTheReference(GoldenCases.Case golden) {
    JsonNode pair = golden.json();

    assertThat(TextSimilarity.cosine(pair.get("a").asText(), pair.get("b").asText()))
        .isCloseTo(pair.get("similarity").asDouble(), within(1e-12));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void vectorsAndThresholdsAgreeWithTheReference(GoldenCases.Case golden) {
    JsonNode pair = golden.json();
    VectorSpace space = VectorSpace.of(List.of(pair.get("a").asText(), pair.get("b").asText()));
    TokenVector a = space.vector(0);
    TokenVector b = space.vector(1);

    assertThat(a.normSquared()).isEqualTo(pair.get("norm_a_sq").asLong());
    assertThat(b.normSquared()).isEqualTo(pair.get("norm_b_sq").asLong());
    assertThat(a.dot(b)).isEqualTo(pair.get("dot").asLong());
    assertThat(a.cosine(b)).isCloseTo(pair.get("similarity").asDouble(), within(1e-12));
    assertThat(reaches(0.88, a, b)).isEqualTo(pair.get("hard_at_0.88").asBoolean());
    assertThat(reaches(0.76, a, b)).isEqualTo(pair.get("soft_at_0.76").asBoolean());
  }

  private static boolean reaches(double threshold, TokenVector a, TokenVector b) {
    return new SimilarityThreshold(threshold).isReached(a.dot(b), a.normSquared(), b.normSquared());
  }
}
