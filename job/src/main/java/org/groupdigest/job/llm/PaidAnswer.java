package org.groupdigest.job.llm;

/**
 * An answer that was paid for.
 *
 * @param text as it came
 * @param truncated whether it stopped at the limit of tokens
 * @param modelId model as the provider reported it
 * @param promptTokens tokens sent, as reported
 * @param answerTokens tokens received, as reported
 */
public record PaidAnswer(
    String text, boolean truncated, String modelId, int promptTokens, int answerTokens) {}
