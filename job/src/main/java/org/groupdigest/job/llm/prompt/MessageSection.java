package org.groupdigest.job.llm.prompt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.groupdigest.job.model.Message;
import org.groupdigest.job.model.MessageThread;
import org.groupdigest.job.model.WindowContext;

/**
 * The messages by thread, threads in the order of their first message, messages outside of any at
 * the end. When there is no room, the worst ranked go first, and of those without a rank the
 * oldest.
 */
final class MessageSection implements DataSection {

  private static final String ALONE = "-";

  private final WindowContext context;
  private final MessageLines format;
  private final Map<String, Integer> ranks;

  /** All messages of a window, or those that are ranked best. */
  MessageSection(WindowContext context, MessageLines format, int most) {
    this.context = context;
    this.format = format;
    this.ranks = ranks(context);
    ranks.values().removeIf(rank -> rank >= most);
  }

  @Override
  public SectionName name() {
    return SectionName.MESSAGES;
  }

  @Override
  public List<DataLine> lines(int textTokens) {
    List<DataLine> lines = new ArrayList<>();
    byThread()
        .forEach(
            (thread, messages) -> {
              String group = "# " + CleanText.column(thread);
              messages.forEach(message -> lines.add(line(message, group, textTokens)));
            });
    return lines;
  }

  private DataLine line(Message message, String group, int textTokens) {
    return format.line(message, group, ranks.get(message.messageId()), textTokens);
  }

  private Map<String, List<Message>> byThread() {
    Map<String, String> threads = new HashMap<>();
    for (MessageThread thread : context.threads()) {
      thread.messageIds().forEach(id -> threads.putIfAbsent(id, thread.threadId()));
    }
    Map<String, List<Message>> groups = new LinkedHashMap<>();
    List<Message> alone = new ArrayList<>();
    for (Message message : context.messages()) {
      if (ranks.containsKey(message.messageId())) {
        String thread = threads.get(message.messageId());
        (thread == null ? alone : groups.computeIfAbsent(thread, key -> new ArrayList<>()))
            .add(message);
      }
    }
    if (!alone.isEmpty()) {
      groups.put(ALONE, alone);
    }
    return groups;
  }

  /** Place of each message, best first: as ranked, then from the newest to the oldest. */
  static Map<String, Integer> ranks(WindowContext context) {
    Map<String, Integer> ranks = new HashMap<>();
    context.ranking().forEach(ranked -> ranks.putIfAbsent(ranked.messageId(), ranks.size()));
    List<Message> messages = context.messages();
    for (int i = messages.size() - 1; i >= 0; i--) {
      ranks.putIfAbsent(messages.get(i).messageId(), ranks.size());
    }
    return ranks;
  }
}
