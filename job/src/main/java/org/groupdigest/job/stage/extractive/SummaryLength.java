package org.groupdigest.job.stage.extractive;

/**
 * How long a summary may be.
 *
 * @param sentences most sentences
 * @param words most words
 */
public record SummaryLength(int sentences, int words) {

  private static final int MANY = 1_000;

  /** At most so many words. */
  public static SummaryLength ofWords(int words) {
    return new SummaryLength(MANY, words);
  }

  /** At most so many sentences, however long. */
  public static SummaryLength ofSentences(int sentences) {
    return new SummaryLength(sentences, Integer.MAX_VALUE);
  }

  /**
   * A length that fits the conversation.
   *
   * @param words words of the conversation
   */
  public static SummaryLength fitting(int words) {
    return ofWords(
        (int)
            Math.round(
                Math.min(
                    Double.parseDouble(System.getProperty("maxlen", "130")),
                    Math.max(
                        40,
                        Double.parseDouble(System.getProperty("lenf", "22"))
                            * Math.log(1 + words / 40.0)))));
  }
}
