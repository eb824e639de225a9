package org.groupdigest.job.context;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.groupdigest.job.model.HistoryMessage;
import org.groupdigest.job.model.Message;

/**
 * The order of a conversation: by time, and by id where two messages bear the same time, so that a
 * window gives the same result in whatever order its messages arrived. Ids that are numbers (most
 * chats count their messages) compare as numbers and come before those that are not.
 */
public final class MessageOrder {

  /** Compares message ids. */
  public static final Comparator<String> BY_ID = MessageOrder::compareIds;

  /** Compares messages by time, then id. */
  public static final Comparator<Message> BY_TIME =
      Comparator.comparing(Message::postedAt).thenComparing(Message::messageId, BY_ID);

  /** Compares messages of earlier windows by time, then id. */
  static final Comparator<HistoryMessage> HISTORY_BY_TIME =
      Comparator.comparing(HistoryMessage::postedAt)
          .thenComparing(HistoryMessage::messageId, BY_ID);

  private MessageOrder() {}

  /** The messages in order, each id once with its highest revision. */
  static List<Message> sortedDistinct(Collection<Message> messages) {
    Map<String, Message> byId = new LinkedHashMap<>();
    for (Message message : messages) {
      byId.merge(message.messageId(), message, MessageOrder::newerRevision);
    }
    List<Message> sorted = new ArrayList<>(byId.values());
    sorted.sort(BY_TIME);
    return sorted;
  }

  private static Message newerRevision(Message known, Message other) {
    return other.revision() > known.revision() ? other : known;
  }

  private static int compareIds(String a, String b) {
    boolean numberA = isNumber(a);
    boolean numberB = isNumber(b);
    if (numberA != numberB) {
      return numberA ? -1 : 1;
    }
    int byValue = numberA ? compareNumbers(significant(a), significant(b)) : 0;
    return byValue != 0 ? byValue : a.compareTo(b);
  }

  private static int compareNumbers(String a, String b) {
    return a.length() != b.length() ? Integer.compare(a.length(), b.length()) : a.compareTo(b);
  }

  private static boolean isNumber(String id) {
    return !id.isEmpty() && id.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static String significant(String digits) {
    int start = 0;
    while (start < digits.length() - 1 && digits.charAt(start) == '0') {
      start++;
    }
    return digits.substring(start);
  }
}
