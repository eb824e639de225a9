package org.groupdigest.job.stage.compact;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.groupdigest.job.model.ContextStats;
import org.groupdigest.job.model.DuplicateGroup;
import org.groupdigest.job.model.MediaHighlight;
import org.groupdigest.job.model.MediaItem;
import org.groupdigest.job.model.MediaStats;
import org.groupdigest.job.model.Message;
import org.groupdigest.job.model.MessageLink;
import org.groupdigest.job.model.MessageThread;
import org.groupdigest.job.model.RankedMessage;
import org.groupdigest.job.model.WindowContext;

/**
 * A window seen through some of its messages. Whatever counts, counts those: a model that is shown
 * 80 messages is not told that somebody wrote 120.
 */
final class ChunkView {

  private final Set<String> ids = new HashSet<>();
  private final WindowContext window;
  private final List<Message> messages;

  private ChunkView(WindowContext window, List<Message> some) {
    this.window = window;
    some.forEach(message -> ids.add(message.messageId()));
    Map<String, Integer> order = order(window);
    this.messages =
        some.stream()
            .sorted(Comparator.comparing(message -> order.get(message.messageId())))
            .map(this::ownLinks)
            .toList();
  }

  /**
   * The part of a window that speaks of some of its messages, in the window's order; links to other
   * messages are gone.
   */
  static WindowContext of(WindowContext window, List<Message> some) {
    return new ChunkView(window, some).context();
  }

  private static Map<String, Integer> order(WindowContext window) {
    Map<String, Integer> order = new TreeMap<>();
    window.messages().forEach(message -> order.putIfAbsent(message.messageId(), order.size()));
    return order;
  }

  private Message ownLinks(Message message) {
    String answered = message.replyToMessageId();
    return answered == null || ids.contains(answered)
        ? message
        : message.withIds(message.messageId(), null);
  }

  private WindowContext context() {
    List<DuplicateGroup> duplicates = own(window.duplicates(), DuplicateGroup::keptId);
    List<MessageLink> softLinks =
        own(own(window.softLinks(), MessageLink::messageId), MessageLink::linkedId);
    List<MessageThread> threads =
        window.threads().stream().map(this::thread).filter(t -> !t.messageIds().isEmpty()).toList();
    List<MessageLink> historyLinks = own(window.historyLinks(), MessageLink::messageId);
    ChunkParticipants people = new ChunkParticipants(messages, threads);
    return new WindowContext(
        window.window(),
        window.group(),
        window.traceId(),
        window.language(),
        stats(duplicates, softLinks.size(), historyLinks.size(), threads.size(), people.size()),
        messages,
        own(window.ranking(), RankedMessage::messageId),
        duplicates,
        softLinks,
        historyLinks,
        threads,
        people.mostActiveFirst(),
        media(),
        own(window.mediaHighlights(), MediaHighlight::messageId),
        own(window.excerpt(), id -> id),
        window.inputIncomplete());
  }

  private <T> List<T> own(List<T> all, Function<T, String> id) {
    return all.stream().filter(one -> ids.contains(id.apply(one))).toList();
  }

  private MessageThread thread(MessageThread thread) {
    return new MessageThread(thread.threadId(), own(thread.messageIds(), id -> id));
  }

  private ContextStats stats(
      List<DuplicateGroup> duplicates, int soft, int history, int threads, int people) {
    int dropped = duplicates.stream().mapToInt(DuplicateGroup::count).sum();
    return new ContextStats(
        messages.size() + dropped,
        0,
        dropped,
        soft,
        history,
        0,
        messages.size(),
        threads,
        people,
        window.stats().historyMessages());
  }

  private MediaStats media() {
    List<MediaItem> items = messages.stream().flatMap(one -> one.media().stream()).toList();
    Map<String, Integer> byKind =
        items.stream()
            .collect(
                Collectors.toMap(
                    item -> item.kind().wireName(), x -> 1, Integer::sum, TreeMap::new));
    return new MediaStats(
        items.size(),
        (int) items.stream().filter(MediaItem::hasText).count(),
        items.stream().mapToLong(MediaItem::sizeBytes).sum(),
        byKind);
  }
}
