package org.groupdigest.job.testing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.groupdigest.job.model.ContextStats;
import org.groupdigest.job.model.DuplicateGroup;
import org.groupdigest.job.model.GroupInfo;
import org.groupdigest.job.model.MediaStats;
import org.groupdigest.job.model.Message;
import org.groupdigest.job.model.MessageThread;
import org.groupdigest.job.model.ParticipantStats;
import org.groupdigest.job.model.RankedMessage;
import org.groupdigest.job.model.WindowContext;
import org.groupdigest.job.model.WindowKind;
import org.groupdigest.job.model.WindowRef;

/** Small windows for tests: a Moscow day, 10 November 2025, one message a minute from noon. */
public final class WindowFixture {

  /** First instant of the day. */
  public static final Instant START = Instant.parse("2025-11-09T21:00:00Z");

  private final List<Message> messages = new ArrayList<>();
  private final List<DuplicateGroup> duplicates = new ArrayList<>();
  private final List<MessageThread> threads = new ArrayList<>();
  private final List<RankedMessage> ranking = new ArrayList<>();

  /** The 24-hour window of that day. */
  public static WindowRef day() {
    return new WindowRef(
        "w-1",
        "t1",
        "-1001234567",
        24,
        START,
        Instant.parse("2025-11-10T21:00:00Z"),
        WindowKind.SCHEDULED,
        "Europe/Moscow");
  }

  /** Adds a message. */
  public WindowFixture message(String id, String author, String text) {
    return reply(id, author, text, null);
  }

  /** Adds a message that answers another. */
  public WindowFixture reply(String id, String author, String text, String parentId) {
    Instant at = Instant.parse("2025-11-10T09:00:00Z").plusSeconds(60L * messages.size());
    messages.add(
        new Message(
            id,
            0,
            at,
            "id-" + author,
            author,
            null,
            false,
            text,
            parentId,
            null,
            null,
            Map.of(),
            0,
            List.of()));
    return this;
  }

  /** Adds removed repeats of a message. */
  public WindowFixture repeats(String keptId, List<String> droppedIds, List<String> authors) {
    duplicates.add(new DuplicateGroup(keptId, droppedIds, authors, droppedIds.size()));
    return this;
  }

  /** Adds a thread. */
  public WindowFixture thread(String threadId, String... messageIds) {
    threads.add(new MessageThread(threadId, List.of(messageIds)));
    return this;
  }

  /** Gives a message a place in the ranking. */
  public WindowFixture ranked(String messageId, double score) {
    ranking.add(new RankedMessage(messageId, score, 0, 0, 0, 0, 0));
    return this;
  }

  /** The window. */
  public WindowContext build() {
    Map<String, ParticipantStats> participants = new LinkedHashMap<>();
    for (Message m : messages) {
      participants.put(
          m.senderId(),
          new ParticipantStats(m.senderId(), m.author(), false, 1, 0, 0, 0, 0, 0, 0, 0));
    }
    int dropped = duplicates.stream().mapToInt(DuplicateGroup::count).sum();
    return new WindowContext(
        day(),
        new GroupInfo("Backend", null, "telegram"),
        "trace",
        "ru",
        new ContextStats(
            messages.size() + dropped,
            0,
            dropped,
            0,
            0,
            0,
            messages.size(),
            threads.size(),
            participants.size(),
            0),
        messages,
        ranking,
        duplicates,
        List.of(),
        List.of(),
        threads,
        List.copyOf(participants.values()),
        new MediaStats(0, 0, 0, Map.of()),
        List.of(),
        List.of());
  }
}
