package org.groupdigest.job.model.sources;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.groupdigest.job.model.DuplicateGroup;
import org.groupdigest.job.model.Message;
import org.groupdigest.job.model.MessageThread;
import org.groupdigest.job.model.ParticipantStats;
import org.groupdigest.job.model.WindowContext;

/**
 * What a window holds, by id and by name: the ground on which references are resolved. A hard
 * duplicate that was removed still resolves, to the message it repeats.
 */
public final class WindowMessages {

  private final Map<String, Message> byId = new HashMap<>();
  private final Map<String, DuplicateGroup> duplicates = new HashMap<>();
  private final Map<String, MessageThread> threads = new HashMap<>();
  private final Map<String, Set<String>> neighbours = new HashMap<>();
  private final Map<String, String> shownNames = new HashMap<>();
  private final Set<String> exactNames = new HashSet<>();
  private final ZoneId zone;
  private final int total;

  /** Indexes a window. */
  public WindowMessages(WindowContext context) {
    for (Message message : context.messages()) {
      byId.put(message.messageId(), message);
      name(message.author(), message.author());
      name(message.senderId(), message.author());
    }
    aliases(context.messages());
    int dropped = 0;
    for (DuplicateGroup group : context.duplicates()) {
      duplicates.put(group.keptId(), group);
      group.droppedIds().forEach(id -> byId.putIfAbsent(id, byId.get(group.keptId())));
      dropped += group.count();
    }
    byId.values().removeIf(message -> message == null);
    context.threads().forEach(this::thread);
    for (ParticipantStats participant : context.participants()) {
      name(participant.username(), participant.username());
      name(participant.senderId(), participant.username());
    }
    zone = ZoneId.of(context.window().timeZone());
    total = Math.max(context.stats().received(), context.messages().size() + dropped);
  }

  /** The message with this id, or the one that it repeats. */
  public Optional<Message> find(String messageId) {
    return Optional.ofNullable(byId.get(messageId));
  }

  /** The messages of these ids that exist, each once, in the order of the ids. */
  public List<Message> findAll(Collection<String> messageIds) {
    Set<Message> found = new LinkedHashSet<>();
    messageIds.forEach(id -> find(id).ifPresent(found::add));
    return List.copyOf(found);
  }

  /**
   * Messages with what stands right beside them: what they answer, and the messages before and
   * after them in their threads. A "yes, let us do that" says nothing without those.
   */
  public List<Message> around(Collection<Message> messages) {
    Set<Message> all = new LinkedHashSet<>(messages);
    for (Message message : messages) {
      find(message.replyToMessageId()).ifPresent(all::add);
      all.addAll(findAll(neighbours.getOrDefault(message.messageId(), Set.of())));
    }
    return List.copyOf(all);
  }

  /** Shown names by every name that their bearers go by, in lower case: user, display name, id. */
  public Map<String, String> knownNames() {
    return Map.copyOf(shownNames);
  }

  /** The thread with this id. */
  public Optional<MessageThread> thread(String threadId) {
    return Optional.ofNullable(threads.get(threadId));
  }

  /** The shown name of a participant, given in any letter case, with or without {@code @}. */
  public Optional<String> participant(String name) {
    if (name == null) {
      return Optional.empty();
    }
    // Two people may differ in the case of a letter alone.
    return exactNames.contains(name)
        ? Optional.of(name)
        : Optional.ofNullable(shownNames.get(key(name)));
  }

  /** Who wrote a message: its author, and those whose equal messages it stands for. */
  public List<String> authorsOf(Message message) {
    List<String> authors = new ArrayList<>();
    authors.add(message.author());
    DuplicateGroup group = duplicates.get(message.messageId());
    if (group != null) {
      group.authors().forEach(author -> authors.add(participant(author).orElse(author)));
    }
    return authors;
  }

  /** How many removed messages a message stands for besides itself. */
  public int repeatsOf(Message message) {
    DuplicateGroup group = duplicates.get(message.messageId());
    return group == null ? 0 : group.count();
  }

  /** Messages of the window before anything was removed. */
  public int total() {
    return total;
  }

  /** The tenant's time zone. */
  public ZoneId zone() {
    return zone;
  }

  private void thread(MessageThread thread) {
    threads.put(thread.threadId(), thread);
    List<String> ids = thread.messageIds();
    for (int i = 1; i < ids.size(); i++) {
      neighbours.computeIfAbsent(ids.get(i), id -> new HashSet<>()).add(ids.get(i - 1));
      neighbours.computeIfAbsent(ids.get(i - 1), id -> new HashSet<>()).add(ids.get(i));
    }
  }

  private void name(String name, String shown) {
    if (name != null && !name.isBlank()) {
      shownNames.putIfAbsent(key(name), shown);
      exactNames.add(shown);
    }
  }

  /** A display name that two people bear beside their user names means neither of them. */
  private void aliases(List<Message> messages) {
    Map<String, Set<String>> bearers = new HashMap<>();
    for (Message message : messages) {
      String name = message.senderName();
      if (name != null && !name.isBlank()) {
        bearers.computeIfAbsent(key(name), key -> new HashSet<>()).add(message.author());
      }
    }
    bearers.forEach(
        (name, people) -> {
          if (people.size() == 1) {
            shownNames.putIfAbsent(name, people.iterator().next());
          }
        });
  }

  private static String key(String name) {
    String trimmed = name.strip().toLowerCase(Locale.ROOT);
    return trimmed.startsWith("@") ? trimmed.substring(1) : trimmed;
  }
}
