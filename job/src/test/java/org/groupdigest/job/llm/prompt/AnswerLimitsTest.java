package org.groupdigest.job.llm.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.groupdigest.job.model.Json;
import org.groupdigest.job.model.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerLimitsTest {

  @ParameterizedTest
  @CsvSource({"8, 4, 2, 2, 3", "50, 8, 4, 4, 4", "100, 16, 5, 5, 6", "400, 40, 5, 5, 6"})
  void aSmallTalkGetsASmallDigest(int messages, int units, int people, int topics, int points) {
    assertThat(AnswerLimits.of(messages))
        .isEqualTo(new AnswerLimits(units, people, topics, points));
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 50, 150, 400})
  void aGoodAnswerIsNeverCut(int messages) {
    Answers answers = new Answers(OrdinaryChat.window(messages, "ru"));
    AnswerLimits limits = AnswerLimits.of(messages);

    Map.of(
            Stage.SEGMENTER_AGENT, answers.segments(),
            Stage.EMOTION_AGENT, answers.emotions(),
            Stage.ROLES_AGENT, answers.roles(),
            Stage.TOPIC_AGENT, answers.topics(),
            Stage.SYNTHESIS_AGENT, answers.synthesis(),
            Stage.EVALUATION_AGENT, answers.evaluation())
        .forEach(
            (stage, payload) ->
                assertThat(PromptFixture.COUNTER.count(Json.write(payload)) * 3 / 2)
                    .as(stage.wireName())
                    .isLessThan(limits.answerTokens(List.of(stage))));
  }

  @Test
  void stagesThatShareACallShareItsTokens() {
    AnswerLimits limits = AnswerLimits.of(100);

    assertThat(limits.answerTokens(PromptFixture.DIGEST))
        .isEqualTo(
            limits.answerTokens(List.of(Stage.TOPIC_AGENT))
                + limits.answerTokens(List.of(Stage.SYNTHESIS_AGENT)));
  }

  @Test
  void stagesWithoutAModelHaveNoAnswer() {
    assertThatThrownBy(() -> AnswerLimits.of(10).answerTokens(List.of(Stage.DELIVERY_MANAGER)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("delivery_manager");
  }
}
