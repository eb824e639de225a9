package org.groupdigest.job.model;

/**
 * What a digest cost.
 *
 * @param calls model calls, 0 for the built-in engine
 * @param promptTokens tokens sent
 * @param answerTokens tokens received
 * @param costMicros cost in millionths of the configured currency
 */
public record Usage(int calls, long promptTokens, long answerTokens, long costMicros) {

  /** Nothing was spent. */
  public static final Usage NONE = new Usage(0, 0, 0, 0);
}
