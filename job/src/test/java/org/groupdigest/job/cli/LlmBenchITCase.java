package org.groupdigest.job.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A digest costs no more than was promised; how long it takes is for the command to tell. */
class LlmBenchITCase {

  private static final List<Integer> SIZES = List.of(50, 150, 400);
  private static final List<Long> MOST_TOKENS = List.of(7_000L, 13_000L, 28_000L);
  private static final int MOST_CALLS = 15;
  private static final int CRITICAL_PATH = 3;

  @ParameterizedTest
  @EnumSource
  void tokensCallsAndTheCriticalPathKeepThePromise(BenchWindows.Language language)
      throws Exception {
    try (LlmBench bench = LlmBench.start(Duration.ofMillis(300))) {
      List<LlmBench.Measured> measured = bench.measure(language, SIZES);

      assertThat(measured).extracting(LlmBench.Measured::messages).isEqualTo(SIZES);
      assertThat(measured).allMatch(LlmBench.Measured::isWhole);
      for (int i = 0; i < SIZES.size(); i++) {
        assertThat(measured.get(i).tokens()).isBetween(1L, MOST_TOKENS.get(i));
        assertThat(measured.get(i).calls()).isBetween(CRITICAL_PATH, MOST_CALLS);
      }
      // On a busy machine the simulator may read the last chunk when the first is answered already.
      assertThat(measured.subList(0, 2))
          .extracting(LlmBench.Measured::depth)
          .containsOnly(CRITICAL_PATH);
    }
  }

  @Test
  void timesThatMeanNothingAreRefused() {
    assertThat(Digest.run("bench", "llm", "--latency-ms", "0").exitCode()).isEqualTo(2);
    assertThat(Digest.run("bench", "llm", "--tolerance", "0.5").exitCode()).isEqualTo(2);
  }
}
