package org.groupdigest.job.context;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.groupdigest.job.config.ContextSettings;
import org.groupdigest.job.config.ScoreWeights;
import org.groupdigest.job.model.Message;
import org.groupdigest.job.model.RankedMessage;

/**
 * Scores messages and ranks them.
 *
 * <p>score = (recency w1 + reply w2 + length w3 + reactions w4 + media w5), times the soft penalty
 * where a message resembles an earlier one of the window, times the history penalty where it
 * resembles one of an earlier window. recency = 2^(-age / half-life) with the age from the newest
 * message; reply = 1 if the message answers one; length = min(1, code points / 400); reactions =
 * min(1, n / 5); media = min(1, attachments / 4). The defaults of the weights sum to 1.12, so a
 * score may pass 1. Thread-safe.
 */
public final class Scorer {

  private static final double FULL_LENGTH = 400;
  private static final double FULL_REACTIONS = 5;
  private static final double FULL_MEDIA = 4;
  private static final int DIGITS = 4;

  private static final Comparator<Scored> BEST_FIRST =
      Comparator.comparingDouble((Scored scored) -> scored.ranked().score())
          .thenComparing(Scored::postedAt)
          .reversed();

  private final ContextSettings settings;

  /** A scorer with the weights, the half-life and the penalties of some settings. */
  public Scorer(ContextSettings settings) {
    this.settings = settings;
  }

  /**
   * Ranks messages: score down, then time down, then the order given. Score and components are
   * rounded to 4 digits, half to even.
   *
   * @param messages what is ranked
   * @param softLinked ids of those that resemble an earlier message of the window
   * @param historyLinked ids of those that resemble a message of an earlier window
   */
  public List<RankedMessage> rank(
      List<Message> messages, Set<String> softLinked, Set<String> historyLinked) {
    Instant newest = messages.stream().map(Message::postedAt).max(Instant::compareTo).orElse(null);
    List<Scored> scored = new ArrayList<>(messages.size());
    for (Message message : messages) {
      double penalty =
          (softLinked.contains(message.messageId()) ? settings.softPenalty() : 1)
              * (historyLinked.contains(message.messageId()) ? settings.historyPenalty() : 1);
      scored.add(new Scored(score(message, newest, penalty), message.postedAt()));
    }
    scored.sort(BEST_FIRST);
    return scored.stream().map(Scored::ranked).toList();
  }

  private RankedMessage score(Message message, Instant newest, double penalty) {
    ScoreWeights weights = settings.weights();
    double recency = recency(Duration.between(message.postedAt(), newest));
    double reply = message.replyToMessageId() == null ? 0 : 1;
    double length = Math.min(1, characters(message) / FULL_LENGTH);
    double reactions = Math.min(1, message.reactionCount() / FULL_REACTIONS);
    double media = Math.min(1, message.media().size() / FULL_MEDIA);
    double sum =
        weights.recency() * recency
            + weights.reply() * reply
            + weights.length() * length
            + weights.reactions() * reactions
            + weights.media() * media;
    return new RankedMessage(
        message.messageId(),
        rounded(sum * penalty),
        rounded(recency),
        reply,
        rounded(length),
        rounded(reactions),
        rounded(media));
  }

  private double recency(Duration age) {
    return Math.exp(-Math.log(2) / seconds(settings.halfLife()) * seconds(age));
  }

  /** Of a message without words, what its attachments say counts in their stead. */
  private static int characters(Message message) {
    String text = message.text().isBlank() ? message.readableText() : message.text();
    return text.codePointCount(0, text.length());
  }

  private static double seconds(Duration duration) {
    return duration.getSeconds() + duration.getNano() / 1e9;
  }

  /** Rounded the way scores are: 4 digits, half to even, of the exact binary value. */
  static double rounded(double value) {
    return new BigDecimal(value).setScale(DIGITS, RoundingMode.HALF_EVEN).doubleValue();
  }

  private record Scored(RankedMessage ranked, Instant postedAt) {}
}
