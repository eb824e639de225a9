package org.groupdigest.job.stage.compact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.groupdigest.job.model.Message;
import org.groupdigest.job.model.MessageThread;
import org.groupdigest.job.model.ParticipantStats;

/**
 * Who wrote the messages of a chunk, and how much of it. Counted anew from those messages, removed
 * repeats left out: what the window counted cannot be divided.
 */
final class ChunkParticipants {

  private static final Comparator<ParticipantStats> MOST_ACTIVE_FIRST =
      Comparator.comparingInt(ParticipantStats::messages)
          .thenComparingLong(ParticipantStats::characters)
          .reversed()
          .thenComparing(ParticipantStats::senderId);

  private final Map<String, Message> byId = new HashMap<>();
  private final Map<String, List<Message>> bySender = new LinkedHashMap<>();
  private final List<MessageThread> threads;

  ChunkParticipants(List<Message> messages, List<MessageThread> threads) {
    this.threads = threads;
    for (Message message : messages) {
      byId.put(message.messageId(), message);
      bySender.computeIfAbsent(message.senderId(), id -> new ArrayList<>()).add(message);
    }
  }

  int size() {
    return bySender.size();
  }

  List<ParticipantStats> mostActiveFirst() {
    return bySender.entrySet().stream()
        .map(sender -> stats(sender.getKey(), sender.getValue()))
        .sorted(MOST_ACTIVE_FIRST)
        .toList();
  }

  private ParticipantStats stats(String sender, List<Message> own) {
    return new ParticipantStats(
        sender,
        own.get(own.size() - 1).author(),
        own.stream().anyMatch(Message::bot),
        own.size(),
        (int) own.stream().filter(this::answersAnother).count(),
        (int) byId.values().stream().filter(m -> answersAnother(m) && isTo(sender, m)).count(),
        (int) own.stream().filter(message -> message.text().contains("?")).count(),
        own.stream().mapToInt(Message::reactionCount).sum(),
        own.stream().mapToLong(m -> m.text().codePointCount(0, m.text().length())).sum(),
        own.stream().mapToInt(message -> message.media().size()).sum(),
        (int) threads.stream().filter(thread -> isStartedBy(sender, thread)).count());
  }

  private boolean answersAnother(Message message) {
    Message answered = byId.get(message.replyToMessageId());
    return answered != null && !answered.senderId().equals(message.senderId());
  }

  private boolean isTo(String sender, Message answer) {
    return byId.get(answer.replyToMessageId()).senderId().equals(sender);
  }

  private boolean isStartedBy(String sender, MessageThread thread) {
    return thread.messageIds().size() > 1
        && Objects.equals(byId.get(thread.messageIds().get(0)).senderId(), sender);
  }
}
