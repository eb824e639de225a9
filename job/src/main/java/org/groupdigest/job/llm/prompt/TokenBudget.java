package org.groupdigest.job.llm.prompt;

/**
 * How the tokens that a model takes are shared between prompt and answer.
 *
 * @param contextTokens tokens that every model takes, prompt and answer together
 */
record TokenBudget(int contextTokens) {

  /** What is left unused, because a model may count more tokens than are counted here. */
  static final double MARGIN = 0.1;

  /** Tokens that a provider adds to each turn and to the whole, roughly. */
  private static final int TOKENS_A_TURN = 4;

  /** Most tokens of an answer: never more than half of all. */
  int answer(int wanted) {
    return Math.min(wanted, contextTokens / 2);
  }

  /** Tokens for a prompt beside an answer. */
  int prompt(int answer) {
    return (int) ((contextTokens - answer) * (1 - MARGIN));
  }

  /** Tokens of the two lines around the data, at most. */
  private static final int FENCE_TOKENS = 24;

  /** Tokens of a conversation besides words and data. */
  static int frame(int turns) {
    return FENCE_TOKENS + TOKENS_A_TURN * (turns + 1);
  }
}
