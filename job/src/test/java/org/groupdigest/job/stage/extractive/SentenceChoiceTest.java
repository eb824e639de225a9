package org.groupdigest.job.stage.extractive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

/** Ranking and choosing of sentences: the mechanism under digests and summaries alike. */
class SentenceChoiceTest {

  private final SentenceRanker ranker = new SentenceRanker();
  private final SentenceSelector selector = new SentenceSelector(0.6);

  @Test
  void theSentenceThatSharesMostWithTheOthersRanksFirst() {
    double[] scores =
        ranker.rank(
            List.of(
                List.of("bridg", "open"),
                List.of("bridg", "open", "river", "park"),
                List.of("river", "park"),
                List.of("zebra")));
    assertThat(scores[1]).isEqualTo(1);
    assertThat(scores[3]).isLessThan(scores[0]);
  }

  @Test
  void nothingRanksNothing() {
    assertThat(ranker.rank(List.of())).isEmpty();
    assertThat(ranker.rank(List.of(List.of(), List.of("bridg")))).containsExactly(0, 1);
  }

  @Property(tries = 60)
  void scoresAreSharesAndTheSameEachTime(
      @ForAll @Size(max = 12)
          List<@Size(max = 6) List<@AlphaChars @StringLength(min = 1, max = 2) String>> sentences) {
    double[] scores = ranker.rank(sentences);
    assertThat(Arrays.stream(scores)).allMatch(score -> score >= 0 && score <= 1 + 1e-9);
    assertThat(ranker.rank(sentences)).containsExactly(scores);
  }

  @Test
  void whatHasBeenSaidIsNotChosenAgain() {
    List<List<String>> stems =
        List.of(
            List.of("bridg", "open", "park"),
            List.of("bridg", "open", "park"),
            List.of("snow", "night"));
    assertThat(
            selector.choose(
                stems,
                new double[] {1, 0.99, 0.3},
                new int[] {5, 5, 5},
                new SentenceSelector.Budget(2, 100)))
        .containsExactly(0, 2);
  }

  @Test
  void theBudgetHolds() {
    List<List<String>> stems = List.of(List.of("a1"), List.of("b1"), List.of("c1"));
    assertThat(
            selector.choose(
                stems,
                new double[] {1, 0.9, 0.8},
                new int[] {9, 9, 3},
                new SentenceSelector.Budget(5, 12)))
        .containsExactly(0, 2);
    assertThat(
            selector.choose(
                stems,
                new double[] {1, 0.9, 0.8},
                new int[] {1, 1, 1},
                new SentenceSelector.Budget(1, 12)))
        .containsExactly(0);
  }

  @Test
  void aScoreOfZeroIsNeverChosen() {
    assertThat(
            selector.choose(
                List.of(List.of("a1")),
                new double[] {0},
                new int[] {1},
                new SentenceSelector.Budget(1, 9)))
        .isEmpty();
  }

  @Test
  void rareStemsTellMore() {
    TermWeights weights =
        TermWeights.of(List.of(List.of("common", "rare"), List.of("common"), List.of("common")));
    assertThat(weights.idf("rare")).isGreaterThan(weights.idf("common"));
    assertThat(weights.idf("common")).isEqualTo(Math.log(2));
  }

  @Test
  void vectorsHaveLengthOne() {
    SparseVector vector =
        TermWeights.of(List.of(List.of("a", "b"), List.of("b"))).vector(List.of("a", "b", "b"));
    assertThat(vector.dot(vector)).isCloseTo(1, within(1e-12));
  }
}
