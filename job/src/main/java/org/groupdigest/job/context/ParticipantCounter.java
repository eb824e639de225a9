package org.groupdigest.job.context;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.groupdigest.job.model.Message;
import org.groupdigest.job.model.MessageThread;
import org.groupdigest.job.model.ParticipantStats;

/** Counts who took part in a window and how, duplicates included. */
final class ParticipantCounter {

  private static final Pattern CONTINUATION = Pattern.compile(".*-part[0-9]+");

  private static final Comparator<ParticipantStats> MOST_ACTIVE_FIRST =
      Comparator.comparingInt(ParticipantStats::messages)
          .thenComparingLong(ParticipantStats::characters)
          .reversed()
          .thenComparing(ParticipantStats::senderId);

  private final Map<String, Message> byId = new HashMap<>();
  private final Map<String, ParticipantTally> tallies = new LinkedHashMap<>();

  private ParticipantCounter() {}

  /**
   * Everyone who wrote, most active first.
   *
   * @param messages all messages of the window that are not empty, in time order
   * @param threads its conversations; one counts as started by the sender of its first message when
   *     anything followed, and a split one counts once
   */
  static List<ParticipantStats> count(List<Message> messages, List<MessageThread> threads) {
    ParticipantCounter counter = new ParticipantCounter();
    messages.forEach(message -> counter.byId.put(message.messageId(), message));
    messages.forEach(counter::countMessage);
    threads.forEach(counter::countThread);
    return counter.tallies.values().stream()
        .map(ParticipantTally::stats)
        .sorted(MOST_ACTIVE_FIRST)
        .toList();
  }

  private void countMessage(Message message) {
    tally(message).wrote(message);
    Message answered = byId.get(message.replyToMessageId());
    if (answered != null && !answered.senderId().equals(message.senderId())) {
      tally(message).repliesSent++;
      tally(answered).repliesReceived++;
    }
  }

  private void countThread(MessageThread thread) {
    boolean started =
        thread.messageIds().size() > 1 && !CONTINUATION.matcher(thread.threadId()).matches();
    Message first = started ? byId.get(thread.messageIds().get(0)) : null;
    if (first != null) {
      tally(first).threadsStarted++;
    }
  }

  private ParticipantTally tally(Message message) {
    return tallies.computeIfAbsent(message.senderId(), ParticipantTally::new);
  }
}
