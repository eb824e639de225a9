package org.groupdigest.job.redact;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.groupdigest.job.model.ContextStats;
import org.groupdigest.job.model.DuplicateGroup;
import org.groupdigest.job.model.Message;
import org.groupdigest.job.model.MessageLink;
import org.groupdigest.job.model.MessageThread;
import org.groupdigest.job.model.WindowContext;

/**
 * Takes messages out of a window before anything reads it: the messages themselves, what refers to
 * them, and people who have none left. Counts of what was received follow; what media weighed and
 * how much a person wrote stay, as numbers.
 */
public final class WindowRedactor {

  private final WindowContext window;
  private final Set<String> erased;
  private final Set<String> remainingSenders = new HashSet<>();
  private final Set<String> remainingAuthors = new HashSet<>();
  private final Set<String> goneSenders = new HashSet<>();

  private WindowRedactor(WindowContext window, Set<String> erased) {
    this.window = window;
    this.erased = erased;
    for (Message message : window.messages()) {
      if (isErased(message.messageId())) {
        goneSenders.add(message.senderId());
      } else {
        remainingSenders.add(message.senderId());
        remainingAuthors.add(message.author());
      }
    }
    goneSenders.removeAll(remainingSenders);
  }

  /** The window without these messages; itself when none of them is in it. */
  public static WindowContext without(WindowContext window, Set<String> messageIds) {
    return messageIds.isEmpty() ? window : new WindowRedactor(window, messageIds).redact();
  }

  private WindowContext redact() {
    List<Message> messages =
        window.messages().stream()
            .filter(message -> !isErased(message.messageId()))
            .map(this::withoutErasedReply)
            .toList();
    List<MessageThread> threads = threads();
    return new WindowContext(
        window.window(),
        window.group(),
        window.traceId(),
        window.language(),
        stats(messages.size(), threads.size()),
        messages,
        window.ranking().stream().filter(one -> !isErased(one.messageId())).toList(),
        duplicates(),
        links(window.softLinks()),
        links(window.historyLinks()),
        threads,
        window.participants().stream()
            .filter(one -> !goneSenders.contains(one.senderId()))
            .toList(),
        window.media(),
        window.mediaHighlights().stream().filter(one -> !isErased(one.messageId())).toList(),
        window.excerpt().stream().filter(id -> !isErased(id)).toList(),
        window.inputIncomplete());
  }

  private boolean isErased(String messageId) {
    return messageId != null && erased.contains(messageId);
  }

  private Message withoutErasedReply(Message message) {
    return isErased(message.replyToMessageId())
        ? message.withIds(message.messageId(), null)
        : message;
  }

  private ContextStats stats(int messages, int threads) {
    ContextStats before = window.stats();
    int gone = window.messages().size() - messages;
    return new ContextStats(
        before.received() - gone,
        before.empty(),
        before.duplicates(),
        links(window.softLinks()).size(),
        links(window.historyLinks()).size(),
        before.trimmed(),
        before.kept() - gone,
        threads,
        before.participants() - goneSenders.size(),
        before.historyMessages());
  }

  /** Where a repetition is erased, nobody can tell who of the authors it was of. */
  private List<DuplicateGroup> duplicates() {
    return window.duplicates().stream()
        .filter(group -> !isErased(group.keptId()))
        .map(group -> group.droppedIds().stream().anyMatch(this::isErased) ? left(group) : group)
        .filter(group -> group.count() > 0)
        .toList();
  }

  private DuplicateGroup left(DuplicateGroup group) {
    List<String> dropped = group.droppedIds().stream().filter(id -> !isErased(id)).toList();
    return new DuplicateGroup(
        group.keptId(),
        dropped,
        group.authors().stream().filter(remainingAuthors::contains).toList(),
        group.count() - (group.droppedIds().size() - dropped.size()));
  }

  private List<MessageLink> links(List<MessageLink> links) {
    return links.stream()
        .filter(link -> !isErased(link.messageId()) && !isErased(link.linkedId()))
        .toList();
  }

  private List<MessageThread> threads() {
    return window.threads().stream()
        .map(
            thread ->
                new MessageThread(
                    thread.threadId(),
                    thread.messageIds().stream().filter(id -> !isErased(id)).toList()))
        .filter(thread -> !thread.messageIds().isEmpty())
        .toList();
  }
}
