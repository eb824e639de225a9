package org.groupdigest.job.stage.extractive;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.groupdigest.job.model.ContextStats;
import org.groupdigest.job.model.DuplicateGroup;
import org.groupdigest.job.model.GroupInfo;
import org.groupdigest.job.model.MediaItem;
import org.groupdigest.job.model.MediaStats;
import org.groupdigest.job.model.Message;
import org.groupdigest.job.model.MessageThread;
import org.groupdigest.job.model.ParticipantStats;
import org.groupdigest.job.model.RankedMessage;
import org.groupdigest.job.model.WindowContext;
import org.groupdigest.job.model.WindowKind;
import org.groupdigest.job.model.WindowRef;

/**
 * Makes windows for tests out of a few lines of chat. Threads follow reply links and names at the
 * start of a message; equal texts are folded as duplicates.
 */
final class Chat {

  private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
  private static final Pattern NAME = Pattern.compile("^@?([\\p{L}\\p{N}_`|-]+)[:,]? ");
  private static final int LONGEST_THREAD = 20;

  private final List<Message> messages = new ArrayList<>();
  private final Map<String, Integer> copies = new LinkedHashMap<>();
  private final String language;

  private Chat(String language) {
    this.language = language;
  }

  static Chat in(String language) {
    return new Chat(language);
  }

  /** A message a minute, ids from m1. */
  Chat say(String author, String text) {
    return reply(null, author, text);
  }

  Chat reply(String to, String author, String text) {
    return add(
        "m" + (messages.size() + 1),
        START.plusSeconds(60L * messages.size()),
        author,
        text,
        to,
        Map.of());
  }

  Chat reacted(String author, String text, Map<String, Integer> reactions) {
    return add(
        "m" + (messages.size() + 1),
        START.plusSeconds(60L * messages.size()),
        author,
        text,
        null,
        reactions);
  }

  /** A message that passes on what another wrote. */
  Chat forward(String from, String author, String text) {
    say(author, text);
    Message last = messages.remove(messages.size() - 1);
    messages.add(
        new Message(
            last.messageId(),
            0,
            last.postedAt(),
            last.senderId(),
            author,
            null,
            false,
            text,
            null,
            null,
            from,
            Map.of(),
            0,
            List.of()));
    return this;
  }

  /** A message with an attachment. */
  Chat attach(String author, String text, MediaItem item) {
    say(author, text);
    Message last = messages.remove(messages.size() - 1);
    messages.add(
        new Message(
            last.messageId(),
            0,
            last.postedAt(),
            last.senderId(),
            author,
            null,
            false,
            text,
            null,
            null,
            null,
            Map.of(),
            0,
            List.of(item)));
    return this;
  }

  /** Says that a message was repeated so many times. */
  Chat repeated(String messageId, int times) {
    copies.put(messageId, times);
    return this;
  }

  Chat add(
      String id,
      Instant at,
      String author,
      String text,
      String replyTo,
      Map<String, Integer> reactions) {
    int count = reactions.values().stream().mapToInt(Integer::intValue).sum();
    messages.add(
        new Message(
            id,
            0,
            at,
            "id:" + author,
            author,
            null,
            false,
            text,
            replyTo,
            null,
            null,
            reactions,
            count,
            List.of()));
    return this;
  }

  WindowContext window() {
    Instant from = messages.isEmpty() ? START : messages.get(0).postedAt();
    int duplicates = copies.values().stream().mapToInt(Integer::intValue).sum();
    List<MessageThread> threads = threads();
    List<ParticipantStats> participants = participants();
    return new WindowContext(
        new WindowRef(
            "w1",
            "acme",
            "g1",
            24,
            from,
            from.plus(Duration.ofHours(24)),
            WindowKind.SCHEDULED,
            "UTC"),
        new GroupInfo("Test group", null, "test"),
        "trace",
        language,
        new ContextStats(
            messages.size() + duplicates,
            0,
            duplicates,
            0,
            0,
            0,
            messages.size(),
            threads.size(),
            participants.size(),
            0),
        List.copyOf(messages),
        ranking(),
        copies.entrySet().stream()
            .map(one -> new DuplicateGroup(one.getKey(), List.of(), List.of(), one.getValue()))
            .toList(),
        List.of(),
        List.of(),
        threads,
        participants,
        new MediaStats(0, 0, 0, Map.of()),
        List.of(),
        List.of());
  }

  private List<RankedMessage> ranking() {
    return messages.stream()
        .map(
            one -> {
              double length = Math.min(1, one.text().length() / 400.0);
              double reply = one.replyToMessageId() == null ? 0 : 1;
              return new RankedMessage(
                  one.messageId(), 0.5 + 0.25 * reply + 0.15 * length, 1, reply, length, 0, 0);
            })
        .sorted(
            Comparator.comparingDouble((RankedMessage one) -> -one.score())
                .thenComparing(RankedMessage::messageId))
        .limit(150)
        .toList();
  }

  private List<MessageThread> threads() {
    Map<String, String> rootOf = new HashMap<>();
    Map<String, String> lastOf = new HashMap<>();
    Map<String, List<String>> byRoot = new LinkedHashMap<>();
    for (Message message : messages) {
      String parent = parent(message, lastOf);
      String root =
          parent == null ? message.messageId() : rootOf.getOrDefault(parent, message.messageId());
      rootOf.put(message.messageId(), root);
      byRoot.computeIfAbsent(root, key -> new ArrayList<>()).add(message.messageId());
      lastOf.put(message.author().toLowerCase(Locale.ROOT), message.messageId());
    }
    List<MessageThread> threads = new ArrayList<>();
    byRoot.forEach((root, ids) -> split(threads, root, ids));
    return threads;
  }

  private static void split(List<MessageThread> threads, String root, List<String> ids) {
    for (int from = 0; ids.size() > 1 && from < ids.size(); from += LONGEST_THREAD) {
      String part = from == 0 ? "" : "-part" + (from / LONGEST_THREAD + 1);
      threads.add(
          new MessageThread(
              "th-" + root + part, ids.subList(from, Math.min(ids.size(), from + LONGEST_THREAD))));
    }
  }

  private static String parent(Message message, Map<String, String> lastOf) {
    if (message.replyToMessageId() != null) {
      return message.replyToMessageId();
    }
    Matcher matcher = NAME.matcher(message.text());
    String addressed =
        matcher.find() ? lastOf.get(matcher.group(1).toLowerCase(Locale.ROOT)) : null;
    if (addressed != null) {
      return addressed;
    }
    return null;
  }

  private List<ParticipantStats> participants() {
    Map<String, List<Message>> byAuthor = new LinkedHashMap<>();
    messages.forEach(
        one -> byAuthor.computeIfAbsent(one.author(), key -> new ArrayList<>()).add(one));
    return byAuthor.entrySet().stream()
        .sorted(
            Comparator.comparingInt(
                    (Map.Entry<String, List<Message>> one) -> -one.getValue().size())
                .thenComparing(Map.Entry::getKey))
        .map(one -> stats(one.getKey(), one.getValue()))
        .toList();
  }

  private ParticipantStats stats(String author, List<Message> own) {
    int questions = (int) own.stream().filter(one -> one.text().contains("?")).count();
    int sent = (int) own.stream().filter(one -> one.replyToMessageId() != null).count();
    int received =
        (int)
            messages.stream()
                .filter(
                    one ->
                        own.stream()
                            .anyMatch(mine -> mine.messageId().equals(one.replyToMessageId())))
                .count();
    return new ParticipantStats(
        "id:" + author, author, false, own.size(), sent, received, questions, 0, 0, 0, 0);
  }
}
