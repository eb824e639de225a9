package org.groupdigest.job.llm.prompt;

import java.util.List;
import java.util.Map;
import org.groupdigest.job.model.Stage;

/**
 * How much an answer may hold. Grows with the messages, so that a small talk gets a small digest; a
 * model that is asked for a number of things tends to find that number.
 *
 * @param units most units
 * @param people most participants with a role
 * @param topics most topics
 * @param points most key points
 */
record AnswerLimits(int units, int people, int topics, int points) {

  private static final int MESSAGES_A_UNIT = 6;
  private static final int MESSAGES_A_TOPIC = 16;
  private static final int MESSAGES_A_POINT = 20;

  /** Limits of an answer about so many messages. */
  static AnswerLimits of(int messages) {
    return new AnswerLimits(
        between(4, messages / MESSAGES_A_UNIT, 40),
        between(2, 1 + messages / MESSAGES_A_TOPIC, 5),
        between(2, 1 + messages / MESSAGES_A_TOPIC, 5),
        between(3, 2 + messages / MESSAGES_A_POINT, 6));
  }

  /** The limits as values of the texts. */
  Map<String, String> values() {
    return Map.of(
        "units", Integer.toString(units),
        "people", Integer.toString(people),
        "topics", Integer.toString(topics),
        "points", Integer.toString(points));
  }

  /**
   * Most tokens of an answer: about twice what a wordy one within the limits needs in Russian, so
   * that only an answer that has lost its way is cut.
   */
  int answerTokens(List<Stage> stages) {
    return stages.stream().mapToInt(this::answerTokens).sum();
  }

  private int answerTokens(Stage stage) {
    return switch (stage) {
      case SEGMENTER_AGENT -> 200 + 120 * units;
      case EMOTION_AGENT -> 250;
      case ROLES_AGENT -> 150 + 130 * people;
      case TOPIC_AGENT -> 200 + 600 * topics;
      case SYNTHESIS_AGENT -> 1_000 + 250 * points;
      case EVALUATION_AGENT -> 700;
      case INGEST_VALIDATOR, THREAD_BUILDER, DELIVERY_MANAGER ->
          throw new IllegalArgumentException("no model answers " + stage.wireName());
    };
  }

  private static int between(int least, int wanted, int most) {
    return Math.min(most, Math.max(least, wanted));
  }
}
