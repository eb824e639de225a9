package org.groupdigest.job.window;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.groupdigest.job.model.HistoryMessage;

/**
 * What is remembered of one closed window. State type: fields are only ever added, new ones
 * nullable.
 *
 * @param hours window size
 * @param endMillis end of the window, epoch milliseconds
 * @param messages its newest messages in time order, bounded
 * @param senderIds who wrote each of them, in the same order; null in a block of an earlier version
 */
public record HistoryBlock(
    int hours, long endMillis, List<HistoryMessage> messages, List<String> senderIds) {

  /** The block without a message; itself when it has none of that id. */
  HistoryBlock withoutMessage(String messageId) {
    return without(i -> messages.get(i).messageId().equals(messageId));
  }

  /** The block without a sender's messages. One that does not say who wrote what is left empty. */
  HistoryBlock withoutSender(String senderId) {
    return without(i -> senderIds == null || senderIds.get(i).equals(senderId));
  }

  private HistoryBlock without(IntPredicate unwanted) {
    List<HistoryMessage> kept = new ArrayList<>();
    List<String> writers = new ArrayList<>();
    for (int i = 0; i < messages.size(); i++) {
      if (!unwanted.test(i)) {
        kept.add(messages.get(i));
        writers.add(senderIds == null ? null : senderIds.get(i));
      }
    }
    return kept.size() == messages.size()
        ? this
        : new HistoryBlock(hours, endMillis, kept, senderIds == null ? null : writers);
  }
}
