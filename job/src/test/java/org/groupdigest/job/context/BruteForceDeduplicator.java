package org.groupdigest.job.context;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.groupdigest.job.config.ContextSettings;
import org.groupdigest.job.model.HistoryMessage;
import org.groupdigest.job.model.Message;
import org.groupdigest.udfs.text.TextSimilarity;

/** The rules of {@link Deduplicator} as a loop over all pairs: slow, and easy to believe. */
final class BruteForceDeduplicator {

  record Outcome(
      List<String> kept,
      Map<String, List<String>> duplicates,
      Map<String, String> softLinks,
      Map<String, String> historyLinks) {

    static Outcome of(Deduplication result) {
      Map<String, List<String>> duplicates = new LinkedHashMap<>();
      result.duplicates().forEach(group -> duplicates.put(group.keptId(), group.droppedIds()));
      Map<String, String> soft = new LinkedHashMap<>();
      result.softLinks().forEach(link -> soft.put(link.messageId(), link.linkedId()));
      Map<String, String> history = new LinkedHashMap<>();
      result.historyLinks().forEach(link -> history.put(link.messageId(), link.linkedId()));
      List<String> kept = result.kept().stream().map(Message::messageId).toList();
      return new Outcome(kept, duplicates, soft, history);
    }
  }

  private final Duration gap;
  private final double hard;
  private final double soft;
  private final Map<String, Map<String, Integer>> counts = new HashMap<>();
  private final List<Message> kept = new ArrayList<>();
  private final Outcome outcome =
      new Outcome(
          new ArrayList<>(), new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());

  BruteForceDeduplicator(ContextSettings settings) {
    this.gap = settings.dedupTime();
    this.hard = settings.similarity();
    this.soft = settings.softSimilarity();
  }

  Outcome run(List<Message> messages, List<HistoryMessage> history) {
    for (Message message : messages) {
      String duplicateOf = duplicateOf(message);
      if (duplicateOf != null) {
        outcome
            .duplicates()
            .computeIfAbsent(duplicateOf, k -> new ArrayList<>())
            .add(message.messageId());
      } else {
        keep(message, history);
      }
    }
    return outcome;
  }

  private void keep(Message message, List<HistoryMessage> history) {
    if (!isShort(message)) {
      candidates(message).stream()
          .filter(c -> reaches(soft, message.readableText(), c.readableText()))
          .findFirst()
          .ifPresent(c -> outcome.softLinks().put(message.messageId(), c.messageId()));
      for (int i = history.size() - 1; i >= 0; i--) {
        if (reaches(soft, message.readableText(), history.get(i).text())) {
          outcome.historyLinks().put(message.messageId(), history.get(i).messageId());
          break;
        }
      }
    }
    kept.add(message);
    outcome.kept().add(message.messageId());
  }

  private String duplicateOf(Message message) {
    return candidates(message).stream()
        .filter(c -> isShort(message) ? isSame(message, c) : isHard(message, c))
        .map(Message::messageId)
        .findFirst()
        .orElse(null);
  }

  private List<Message> candidates(Message message) {
    List<Message> newestFirst = new ArrayList<>();
    for (int i = kept.size() - 1; i >= 0; i--) {
      if (Duration.between(kept.get(i).postedAt(), message.postedAt()).compareTo(gap) <= 0) {
        newestFirst.add(kept.get(i));
      }
    }
    return newestFirst;
  }

  private boolean isHard(Message message, Message candidate) {
    return reaches(hard, message.readableText(), candidate.readableText());
  }

  private Map<String, Integer> counts(String text) {
    return counts.computeIfAbsent(text, TextSimilarity::counts);
  }

  private boolean reaches(double threshold, String a, String b) {
    return TextSimilarity.cosine(counts(a), counts(b)) >= threshold - 1e-12;
  }

  private static boolean isSame(Message a, Message b) {
    return a.senderId().equals(b.senderId())
        && a.text().strip().equals(b.text().strip())
        && a.media().equals(b.media());
  }

  private boolean isShort(Message message) {
    return counts(message.readableText()).values().stream().mapToInt(Integer::intValue).sum() < 3;
  }
}
