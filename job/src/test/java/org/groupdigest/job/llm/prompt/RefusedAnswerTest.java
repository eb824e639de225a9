package org.groupdigest.job.llm.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.groupdigest.job.model.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusedAnswerTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"units\":[{\"kind\":\"prob",
        "```json\n{\"units\":[{\"text\":\"a \\\" b}\"",
        "Here you are: {\"units\":[]",
        "{\"units\":[{\"text\":\"скобка } в тексте\"}]"
      })
  void anAnswerThatEndsInsideOfItsJsonIsCut(String text) {
    assertThat(new RefusedAnswer(text).isCut()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "I cannot do that.",
        "{}",
        "```json\n{\"units\":[]}\n```",
        "{\"text\":\"{ не скобка\"} Done :-}",
        "{\"a\":1} \"quoted words\""
      })
  void anyOtherIsNot(String text) {
    assertThat(new RefusedAnswer(text).isCut()).isFalse();
  }

  @Test
  void fencesAndChatterAroundSeveralPartsAreNotShownAgain() {
    String text =
        "Sure!\n```json\n{\"topic_agent\":{\"topics\":[]},\"synthesis_agent\":{\"a\":1}}\n```";

    assertThat(new RefusedAnswer(text).about(PromptFixture.DIGEST, PromptFixture.GUARD))
        .isEqualTo("{\"topic_agent\":{\"topics\":[]},\"synthesis_agent\":{\"a\":1}}");
  }

  @Test
  void aPartThatIsMissingIsNotMadeUp() {
    String text = "{\"topic_agent\":{\"topics\":[]}}";

    assertThat(new RefusedAnswer(text).about(PromptFixture.DIGEST, PromptFixture.GUARD))
        .isEqualTo(text);
    assertThat(new RefusedAnswer(text).about(List.of(Stage.TOPIC_AGENT), PromptFixture.GUARD))
        .isEqualTo("{\"topics\":[]}");
  }
}
