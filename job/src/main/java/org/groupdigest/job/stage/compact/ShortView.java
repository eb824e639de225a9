package org.groupdigest.job.stage.compact;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.groupdigest.job.model.DuplicateGroup;
import org.groupdigest.job.model.MediaHighlight;
import org.groupdigest.job.model.Message;
import org.groupdigest.job.model.MessageLink;
import org.groupdigest.job.model.MessageThread;
import org.groupdigest.job.model.RankedMessage;
import org.groupdigest.job.model.WindowContext;

/** Writes a window with other names for its messages and threads. */
final class ShortView {

  private final IdNames messages;
  private final IdNames threads;

  ShortView(IdNames messages, IdNames threads) {
    this.messages = messages;
    this.threads = threads;
  }

  /**
   * The window under its names. What speaks of a message without a name is left out: answers to
   * other windows, and likeness to messages of earlier ones.
   */
  WindowContext of(WindowContext window) {
    Map<String, String> kept = keptOf(window.duplicates());
    return new WindowContext(
        window.window(),
        window.group(),
        window.traceId(),
        window.language(),
        window.stats(),
        window.messages().stream().map(message -> message(message, kept)).toList(),
        named(window.ranking(), RankedMessage::messageId, this::ranked),
        named(window.duplicates(), DuplicateGroup::keptId, this::duplicates),
        named(
            named(window.softLinks(), MessageLink::linkedId, link -> link),
            MessageLink::messageId,
            this::link),
        List.of(),
        window.threads().stream().map(this::thread).toList(),
        window.participants(),
        window.media(),
        named(window.mediaHighlights(), MediaHighlight::messageId, this::highlight),
        messages.names(window.excerpt()),
        window.inputIncomplete());
  }

  private static Map<String, String> keptOf(List<DuplicateGroup> groups) {
    Map<String, String> kept = new HashMap<>();
    groups.forEach(group -> group.droppedIds().forEach(id -> kept.put(id, group.keptId())));
    return kept;
  }

  /** An answer to a removed repeat reads as an answer to what it repeats. */
  private Message message(Message message, Map<String, String> kept) {
    String answered = message.replyToMessageId();
    return message.withIds(
        messages.name(message.messageId()), messages.name(kept.getOrDefault(answered, answered)));
  }

  private <T> List<T> named(List<T> all, Function<T, String> id, Function<T, T> renamed) {
    return all.stream().filter(one -> messages.name(id.apply(one)) != null).map(renamed).toList();
  }

  private RankedMessage ranked(RankedMessage ranked) {
    return new RankedMessage(
        messages.name(ranked.messageId()),
        ranked.score(),
        ranked.recency(),
        ranked.reply(),
        ranked.length(),
        ranked.reactions(),
        ranked.media());
  }

  private DuplicateGroup duplicates(DuplicateGroup group) {
    return new DuplicateGroup(
        messages.name(group.keptId()),
        messages.names(group.droppedIds()),
        group.authors(),
        group.count());
  }

  private MessageLink link(MessageLink link) {
    return new MessageLink(
        messages.name(link.messageId()), messages.name(link.linkedId()), link.similarity());
  }

  private MessageThread thread(MessageThread thread) {
    return new MessageThread(threads.name(thread.threadId()), messages.names(thread.messageIds()));
  }

  private MediaHighlight highlight(MediaHighlight highlight) {
    return new MediaHighlight(
        messages.name(highlight.messageId()),
        highlight.kind(),
        highlight.caption(),
        highlight.uri(),
        highlight.fileSha256());
  }
}
