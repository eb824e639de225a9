package org.groupdigest.job.context;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimilarityThresholdTest {

  @ParameterizedTest
  @CsvSource({"22, 25, 25", "44, 50, 50", "66, 75, 75", "44, 20, 125", "880, 1000, 1000"})
  void isReachedByEqualityWhateverTheRootsRoundTo(long dot, long normA, long normB) {
    assertThat(new SimilarityThreshold(0.88).isReached(dot, normA, normB)).isTrue();
    assertThat(new SimilarityThreshold(0.88).isReached(dot - 1, normA, normB)).isFalse();
  }

  @Test
  void isMissedByTheSmallestDifference() {
    assertThat(new SimilarityThreshold(0.76).isReached(19_000, 25_000, 25_000)).isTrue();
    assertThat(new SimilarityThreshold(0.76).isReached(19_000, 25_000, 25_001)).isFalse();
  }

  @Test
  void isNeverReachedWithoutTokens() {
    assertThat(new SimilarityThreshold(0.76).isReached(0, 0, 0)).isFalse();
  }

  @Test
  void holdsForCountsWhoseSquaresPassALong() {
    long norm = 350_000L * 350_000L;

    assertThat(new SimilarityThreshold(0.88).isReached(norm, norm, norm)).isTrue();
    assertThat(new SimilarityThreshold(0.88).isReached(norm / 2, norm, norm)).isFalse();
  }
}
