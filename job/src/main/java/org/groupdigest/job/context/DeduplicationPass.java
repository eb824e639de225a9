package org.groupdigest.job.context;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.groupdigest.job.config.ContextSettings;
import org.groupdigest.job.model.HistoryMessage;
import org.groupdigest.job.model.Message;
import org.groupdigest.job.model.MessageLink;

/** One run over a window in time order: history first, then message by message. */
final class DeduplicationPass {

  private final ContextSettings settings;
  private final VectorSpace space;
  private final CandidateIndex candidates;
  private final CandidateIndex earlier;
  private final List<HistoryMessage> history = new ArrayList<>();
  private final Map<ShortMessage, Integer> shortMessages = new HashMap<>();
  private final KeptMessages kept = new KeptMessages();
  private final List<MessageLink> softLinks = new ArrayList<>();
  private final List<MessageLink> historyLinks = new ArrayList<>();
  private int oldest;

  DeduplicationPass(ContextSettings settings, VectorSpace space) {
    SimilarityThreshold hard = new SimilarityThreshold(settings.similarity());
    SimilarityThreshold soft = new SimilarityThreshold(settings.softSimilarity());
    this.settings = settings;
    this.space = space;
    this.candidates = new CandidateIndex(space.size(), hard, soft);
    this.earlier = new CandidateIndex(space.size(), soft, soft);
  }

  /** Takes the next message of an earlier window. */
  void remember(HistoryMessage message, int text) {
    history.add(message);
    earlier.add(space.vector(text));
  }

  /** Takes the next message of the window. */
  void take(Message message, int text) {
    forgetBefore(message.postedAt().minus(settings.dedupTime()));
    TokenVector vector = space.vector(text);
    if (vector.total() < Deduplicator.MIN_TOKENS) {
      takeShort(message, vector);
    } else {
      takeLong(message, vector);
    }
  }

  Deduplication result() {
    return new Deduplication(kept.messages(), kept.duplicates(), softLinks, historyLinks);
  }

  /** Kept messages before the number {@code oldest} are too old to be repeated. */
  private void forgetBefore(Instant time) {
    while (oldest < kept.size() && kept.get(oldest).postedAt().isBefore(time)) {
      oldest++;
    }
  }

  private void takeShort(Message message, TokenVector vector) {
    Integer known = shortMessages.get(ShortMessage.of(message));
    if (known != null && known >= oldest) {
      kept.drop(message, known);
      return;
    }
    shortMessages.put(ShortMessage.of(message), kept.size());
    keep(message, vector);
  }

  private void takeLong(Message message, TokenVector vector) {
    CandidateIndex.Match match = candidates.newest(vector, oldest);
    if (match.hard() != CandidateIndex.NONE) {
      kept.drop(message, match.hard());
      return;
    }
    if (match.soft() != CandidateIndex.NONE) {
      String linkedId = kept.get(match.soft()).messageId();
      double similarity = vector.cosine(candidates.vector(match.soft()));
      softLinks.add(new MessageLink(message.messageId(), linkedId, similarity));
    }
    linkToHistory(message, vector);
    keep(message, vector);
  }

  private void linkToHistory(Message message, TokenVector vector) {
    int match = earlier.newest(vector, 0).hard();
    if (match != CandidateIndex.NONE) {
      double similarity = vector.cosine(earlier.vector(match));
      String linkedId = history.get(match).messageId();
      historyLinks.add(new MessageLink(message.messageId(), linkedId, similarity));
    }
  }

  private void keep(Message message, TokenVector vector) {
    kept.keep(message);
    candidates.add(vector);
  }
}
