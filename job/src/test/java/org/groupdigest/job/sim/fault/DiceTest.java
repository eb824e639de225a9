package org.groupdigest.job.sim.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DiceTest {

  @Property(tries = 200)
  void sharesAreBelowOneAndRepeatable(
      @ForAll long seed, @ForAll String call, @ForAll @IntRange(min = 1, max = 9) int attempt) {
    double share = new Dice(seed, call, attempt).share("question");
    assertThat(share).isBetween(0.0, Math.nextDown(1.0));
    assertThat(new Dice(seed, call, attempt).share("question")).isEqualTo(share);
  }

  @Test
  void questionsDoNotDependOnEachOther() {
    Dice dice = new Dice(1, "call", 1);
    assertThat(dice.share("one")).isNotEqualTo(dice.share("other"));
  }

  @Property(tries = 100)
  void numbersAreWithinBounds(@ForAll long seed, @ForAll @IntRange(min = 1, max = 50) int bound) {
    assertThat(new Dice(seed, "call", 1).below(bound, "n")).isBetween(0, bound - 1);
  }

  @Test
  void everythingIsPickedSometimes() {
    List<String> from = List.of("a", "b", "c");
    assertThat(List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16))
        .extracting(attempt -> new Dice(1, "call", attempt).pick(from, "letter"))
        .contains("a", "b", "c");
  }
}
