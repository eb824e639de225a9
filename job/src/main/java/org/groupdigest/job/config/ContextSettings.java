package org.groupdigest.job.config;

import java.io.Serializable;
import java.time.Duration;

/**
 * The numbers of the context assembly ({@code DIGEST_CONTEXT_*}), checked together at construction.
 *
 * @param similarity cosine from which a message repeats an earlier one, in (0, 1], inclusive
 * @param softSimilarity cosine from which it resembles one, in (0, {@code similarity}], inclusive
 * @param dedupTime how much older the repeated message may be, inclusive
 * @param halfLife age at which recency is one half
 * @param weights weights of the score
 * @param softPenalty factor on the score of a message that resembles an earlier one, in 0..1
 * @param historyPenalty factor on the score of a message that was said in an earlier window, in
 *     0..1
 * @param maxMessages messages that go on at most
 * @param topRanked places that the ranking keeps
 * @param historyWindows earlier windows that are compared with
 * @param historyMessages newest messages of those that are compared with
 * @param highlights attachments shown
 * @param excerpt messages of the conversation excerpt
 */
public record ContextSettings(
    double similarity,
    double softSimilarity,
    Duration dedupTime,
    Duration halfLife,
    ScoreWeights weights,
    double softPenalty,
    double historyPenalty,
    int maxMessages,
    int topRanked,
    int historyWindows,
    int historyMessages,
    int highlights,
    int excerpt)
    implements Serializable {

  /**
   * Checks every number.
   *
   * @throws IllegalArgumentException naming all problems at once
   */
  public ContextSettings {
    SettingProblems problems = new SettingProblems();
    problems.require(
        similarity > 0 && similarity <= 1, "similarity must be in (0, 1], is " + similarity);
    problems.require(
        softSimilarity > 0 && softSimilarity <= similarity,
        "soft similarity must be above 0 and not above similarity, is " + softSimilarity);
    problems.require(
        dedupTime != null && !dedupTime.isNegative(), "dedup time must not be negative");
    problems.require(
        halfLife != null && !halfLife.isNegative() && !halfLife.isZero(),
        "half-life must be longer than nothing");
    problems.share("soft penalty", softPenalty);
    problems.share("history penalty", historyPenalty);
    problems.weights(weights);
    problems.atLeast("max messages", maxMessages, 1);
    problems.atLeast("top ranked", topRanked, 1);
    problems.atLeast("history windows", historyWindows, 0);
    problems.atLeast("history messages", historyMessages, 0);
    problems.atLeast("highlights", highlights, 0);
    problems.atLeast("excerpt", excerpt, 0);
    problems.throwIfAny();
  }

  /** The product's defaults. */
  public static ContextSettings defaults() {
    return new ContextSettings(
        0.88,
        0.76,
        Duration.ofHours(2),
        Duration.ofHours(3),
        ScoreWeights.defaults(),
        0.85,
        0.7,
        400,
        150,
        3,
        150,
        6,
        20);
  }
}
