package org.groupdigest.job.stage.extractive;

/**
 * How long a summary may be.
 *
 * @param sentences most sentences
 * @param words most words
 */
public record SummaryLength(int sentences, int words) {

  private static final int MANY = 1_000;
  private static final double GROWTH = 35;
  private static final double UNIT = 40;
  private static final double SHORTEST = 40;
  private static final double LONGEST = 180;

  /** At most so many words. */
  public static SummaryLength ofWords(int words) {
    return new SummaryLength(MANY, words);
  }

  /** At most so many sentences, however long. */
  public static SummaryLength ofSentences(int sentences) {
    return new SummaryLength(sentences, Integer.MAX_VALUE);
  }

  /**
   * A length that fits the conversation: grows with its logarithm, between 40 and 180 words.
   *
   * @param words words of the conversation
   */
  public static SummaryLength fitting(int words) {
    double wanted = GROWTH * Math.log(1 + words / UNIT);
    return ofWords((int) Math.round(Math.max(SHORTEST, Math.min(LONGEST, wanted))));
  }
}
