package org.groupdigest.connectors.llm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Counts decide what a tenant pays: what is not a count is estimated, never taken as nothing. */
class ChatAnswersTest {
  private static final int PROMPT_ESTIMATE = 12;
  private static final int ANSWER_ESTIMATE = 6;

  private final ChatAnswers answers = new ChatAnswers(Wire.chat());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"prompt_tokens\":40,\"completion_tokens\":7} | 40 | 7",
        "{\"prompt_tokens\":0,\"completion_tokens\":0} | 0 | 0",
        "{\"prompt_tokens\":40} | 40 | 6",
        "{\"completion_tokens\":7} | 12 | 7",
        "{\"prompt_tokens\":-1,\"completion_tokens\":-9} | 12 | 6",
        "{\"prompt_tokens\":\"40\",\"completion_tokens\":null} | 12 | 6",
        "{\"prompt_tokens\":99999999999,\"completion_tokens\":[7]} | 12 | 6",
        "null | 12 | 6",
        "[] | 12 | 6"
      })
  void whatIsNotACountIsEstimated(String usage, int prompt, int answer) {
    ChatReply.Answered answered = read(usage);
    assertThat(answered.promptTokens()).isEqualTo(prompt);
    assertThat(answered.answerTokens()).isEqualTo(answer);
  }

  @Test
  void theEstimateCoversEveryMessageOfThePrompt() {
    ChatReply.Answered answered = read("{}");
    int expected =
        Wire.chat().messages().stream()
            .mapToInt(message -> TokenEstimate.of(message.content()))
            .sum();
    assertThat(expected).isEqualTo(PROMPT_ESTIMATE);
    assertThat(answered.promptTokens()).isEqualTo(expected);
    assertThat(answered.answerTokens()).isEqualTo(ANSWER_ESTIMATE);
  }

  @ParameterizedTest
  @CsvSource({"'', 0", "a, 1", "four, 1", "fives, 2", "да, 1", "Привет, 3", "😀😀, 2"})
  void aTokenIsFourBytes(String text, int expected) {
    assertThat(TokenEstimate.of(text)).isEqualTo(expected);
  }

  @Test
  void onlyTheFirstChoiceIsRead() {
    ChatReply reply =
        answers.answered(
            Json.parse(
                """
                {"choices": [{"finish_reason": "stop", "message": {"content": "first"}},
                             {"finish_reason": "length", "message": {"content": "second"}}]}"""));
    assertThat(((ChatReply.Answered) reply).text()).isEqualTo("first");
    assertThat(((ChatReply.Answered) reply).truncated()).isFalse();
  }

  private ChatReply.Answered read(String usage) {
    String answer =
        """
        {"choices": [{"finish_reason": "stop", "message": {"content": "%s"}}], "usage": %s}"""
            .formatted(Wire.ANSWER, usage);
    return (ChatReply.Answered) answers.answered(Json.parse(answer));
  }
}
