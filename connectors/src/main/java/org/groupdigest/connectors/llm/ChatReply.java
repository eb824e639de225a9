package org.groupdigest.connectors.llm;

/** What came of a {@link ChatRequest}. */
public sealed interface ChatReply {

  /**
   * The model answered; this is what is paid for.
   *
   * @param text the answer, perhaps empty
   * @param model model as the provider reports it
   * @param promptTokens tokens sent, as reported
   * @param answerTokens tokens received, as reported
   * @param truncated whether the answer stopped at the limit of tokens
   */
  record Answered(String text, String model, int promptTokens, int answerTokens, boolean truncated)
      implements ChatReply {

    /** Without the answer. */
    @Override
    public String toString() {
      return "Answered[%s, tokens %d + %d, truncated %s]"
          .formatted(model, promptTokens, answerTokens, truncated);
    }
  }

  /**
   * There is no answer.
   *
   * @param failure why
   */
  record Failed(LlmFailure failure) implements ChatReply {}
}
