package org.groupdigest.job.sim.answer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.groupdigest.job.model.Json;
import org.junit.jupiter.api.Test;

class AnswerFitTest {

  private final TokenCounter tokens = new TokenCounter();
  private final AnswerFit fit = new AnswerFit(tokens);

  private static ObjectNode units(int many) {
    ObjectNode answer = Json.mapper().createObjectNode();
    ArrayNode units = answer.putObject("segmenter_agent").putArray("units");
    for (int i = 0; i < many; i++) {
      units.addObject().put("text", "something was said, number " + i).put("confidence", i / 100.0);
    }
    return answer;
  }

  @Test
  void anAnswerThatFitsStaysWhole() {
    ObjectNode answer = units(50);
    fit.fit(answer, Integer.MAX_VALUE);
    assertThat(answer).isEqualTo(units(50));
  }

  @Test
  void theLeastSureGoFirst() {
    ObjectNode answer = units(50);
    fit.fit(answer, 300);
    assertThat(tokens.count(answer.toString())).isLessThanOrEqualTo(300);
    assertThat(answer.findValuesAsText("confidence")).isNotEmpty().contains("0.49");
    assertThat(answer.findValuesAsText("confidence")).doesNotContain("0.0", "0.1");
  }

  @Test
  void whatCannotBeMadeToFitStaysTooLong() {
    ObjectNode answer = Json.mapper().createObjectNode().put("tone", "neutral");
    fit.fit(answer, 1);
    assertThat(answer.path("tone").asText()).isEqualTo("neutral");
  }
}
