package org.groupdigest.job.stage;

/** What an engine gives for a stage, before any guard has looked at it. */
public sealed interface StageAnswer {

  /**
   * A text that claims to be the stage's JSON.
   *
   * @param text as it came, perhaps fenced or with chatter around it
   * @param modelId who wrote it
   * @param promptId prompt, or null
   * @param promptVersion version of prompt or rules
   * @param promptTokens tokens sent, 0 without a model
   * @param answerTokens tokens received, 0 without a model
   */
  record Text(
      String text,
      String modelId,
      String promptId,
      String promptVersion,
      int promptTokens,
      int answerTokens)
      implements StageAnswer {}

  /**
   * No answer.
   *
   * @param errorCode stable name from a closed set, such as {@code timeout}
   * @param detail what to know, without any chat text
   * @param transientFailure whether trying again may help
   */
  record Failed(String errorCode, String detail, boolean transientFailure) implements StageAnswer {}
}
