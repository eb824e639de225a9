package org.groupdigest.job.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimilarNamesTest {

  @ParameterizedTest
  @CsvSource({"run,run,0", "rn,run,1", "urn,run,1", "demoo,demo,1", "mask,task,1", "'',run,3"})
  void countsEdits(String left, String right, int edits) {
    assertThat(SimilarNames.edits(left, right)).isEqualTo(edits);
  }

  @Test
  void givesTheNearestOnly() {
    assertThat(SimilarNames.of("thread", names())).containsExactly("threads");
    assertThat(SimilarNames.of("rnu", names())).containsExactly("run");
  }

  @Test
  void givesNothingForWhatIsFarAwayOrTooShortToTell() {
    assertThat(SimilarNames.of("elephant", names())).isEmpty();
    assertThat(SimilarNames.of("x", names())).isEmpty();
  }

  private static Stream<String> names() {
    return Stream.of("run", "demo", "mask", "context", "threads", "summarize");
  }
}
