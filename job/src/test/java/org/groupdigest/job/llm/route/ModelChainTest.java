package org.groupdigest.job.llm.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.groupdigest.job.config.LlmModels;
import org.groupdigest.job.llm.Tier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tiers become models, the best first and each once. */
class ModelChainTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "b | p | m | BASE | b",
        "b | p | m | PRO | p b",
        "b | p | m | MAX | m p b",
        "b | p | '' | MAX | p b",
        "b | '' | m | PRO | b",
        "b | '' | m | MAX | m b",
        "b | '' | '' | MAX | b",
        "b | b | b | MAX | b",
        "b | p | p | MAX | p b",
        "'' | p | m | BASE | ''",
      })
  void aTierIsItsModelAndThoseBelow(
      String base, String pro, String max, Tier tier, String expected) {
    ModelChain chain = new ModelChain(new LlmModels(base, pro, max, "", Map.of()));
    assertThat(String.join(" ", chain.of(tier))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"b, false", "p, true", "m, true"})
  void everyModelButThatOfTheTierBaseIsAboveBase(String model, boolean above) {
    assertThat(new ModelChain(new LlmModels("b", "p", "m", "", Map.of())).isAboveBase(model))
        .isEqualTo(above);
  }
}
