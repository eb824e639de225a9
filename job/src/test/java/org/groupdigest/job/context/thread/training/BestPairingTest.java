package org.groupdigest.job.context.thread.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class BestPairingTest {

  @Test
  void greedyChoiceIsNotTaken() {
    assertThat(BestPairing.of(new int[][] {{5, 4}, {4, 0}})).isEqualTo(8);
  }

  @Test
  void sidesMayDiffer() {
    assertThat(BestPairing.of(new int[][] {{1, 7, 3}})).isEqualTo(7);
    assertThat(BestPairing.of(new int[][] {{1}, {7}, {3}})).isEqualTo(7);
    assertThat(BestPairing.of(new int[0][])).isZero();
  }

  @Property(tries = 200)
  void isAsGoodAsTryingEverything(
      @ForAll @Size(16) List<@IntRange(max = 9) Integer> numbers,
      @ForAll @IntRange(min = 1, max = 4) int rows,
      @ForAll @IntRange(min = 1, max = 4) int columns) {
    int[][] weights = new int[rows][columns];
    for (int i = 0; i < rows * columns; i++) {
      weights[i / columns][i % columns] = numbers.get(i);
    }

    assertThat(BestPairing.of(weights)).isEqualTo(best(weights, 0, 0));
  }

  private static int best(int[][] weights, int row, int used) {
    if (row == weights.length) {
      return 0;
    }
    int best = best(weights, row + 1, used);
    for (int column = 0; column < weights[row].length; column++) {
      if ((used & (1 << column)) == 0) {
        best = Math.max(best, weights[row][column] + best(weights, row + 1, used | 1 << column));
      }
    }
    return best;
  }
}
