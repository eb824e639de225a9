package org.groupdigest.job.context;

import java.util.ArrayList;
import java.util.List;
import org.groupdigest.job.config.ContextSettings;
import org.groupdigest.job.model.HistoryMessage;
import org.groupdigest.job.model.Message;

/**
 * Removes what repeats a message of the same window and links what resembles one, or one of an
 * earlier window. Similarity is the cosine of token counts over everything that can be read in a
 * message.
 *
 * <ul>
 *   <li>Hard: at least {@link ContextSettings#similarity()} to a kept message that is not more than
 *       {@link ContextSettings#dedupTime()} older: dropped, and remembered under the newest such
 *       message.
 *   <li>Soft: else, at least {@link ContextSettings#softSimilarity()} to such a message: kept, and
 *       linked to the newest one.
 *   <li>History: a kept message with at least the soft similarity to a message of an earlier
 *       window, however old, is linked to the newest one.
 *   <li>A message of fewer than {@value #MIN_TOKENS} tokens says too little for a cosine: it is
 *       dropped only if the same sender has posted the same within the time, and never linked.
 * </ul>
 *
 * <p>Exact whatever the number of candidates; see {@link CandidateIndex} for the cost. Thread-safe.
 */
public final class Deduplicator {

  static final int MIN_TOKENS = 3;

  private final ContextSettings settings;

  /** A deduplicator with the thresholds and the time of some settings. */
  public Deduplicator(ContextSettings settings) {
    this.settings = settings;
  }

  /**
   * Deduplicates a window.
   *
   * @param messages all of them in time order; of equal times the first counts as older
   * @param history messages of earlier windows, oldest first
   */
  public Deduplication run(List<Message> messages, List<HistoryMessage> history) {
    List<String> texts = new ArrayList<>(messages.size() + history.size());
    messages.forEach(message -> texts.add(message.readableText()));
    history.forEach(message -> texts.add(message.text()));
    DeduplicationPass pass = new DeduplicationPass(settings, VectorSpace.of(texts));
    for (int i = 0; i < history.size(); i++) {
      pass.remember(history.get(i), messages.size() + i);
    }
    for (int i = 0; i < messages.size(); i++) {
      pass.take(messages.get(i), i);
    }
    return pass.result();
  }
}
