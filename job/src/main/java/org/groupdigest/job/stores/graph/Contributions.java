package org.groupdigest.job.stores.graph;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.groupdigest.job.model.DigestRecord;
import org.groupdigest.job.model.SourceMessage;

/**
 * Who wrote which messages of a digest and whom they answered, by the names that the digest shows.
 * People without a name, and what was answered outside the window, do not count.
 */
final class Contributions {

  private final Map<String, SourceMessage> messages = new HashMap<>();

  Contributions(DigestRecord digest) {
    for (SourceMessage message : digest.sources()) {
      if (message.author() != null && !message.author().isBlank()) {
        messages.put(message.messageId(), message);
      }
    }
  }

  /** How many of these messages each author wrote; in the order of the names. */
  Map<String, Integer> authors(List<String> messageIds) {
    Map<String, Integer> counts = new TreeMap<>();
    messageIds.stream()
        .distinct()
        .map(messages::get)
        .filter(message -> message != null)
        .forEach(message -> counts.merge(message.author(), 1, Integer::sum));
    return counts;
  }

  /** How often each answered another; nobody answers themselves. */
  Map<Reply, Integer> replies() {
    Map<Reply, Integer> counts = new TreeMap<>();
    for (SourceMessage message : messages.values()) {
      SourceMessage answered = messages.get(message.replyToMessageId());
      if (answered != null && !answered.author().equals(message.author())) {
        counts.merge(new Reply(message.author(), answered.author()), 1, Integer::sum);
      }
    }
    return counts;
  }

  /**
   * That somebody answered somebody.
   *
   * @param who who answered
   * @param whom whom
   */
  record Reply(String who, String whom) implements Comparable<Reply> {
    @Override
    public int compareTo(Reply other) {
      int order = who.compareTo(other.who);
      return order == 0 ? whom.compareTo(other.whom) : order;
    }
  }
}
