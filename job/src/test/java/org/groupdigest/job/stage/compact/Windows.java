package org.groupdigest.job.stage.compact;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.groupdigest.job.model.ContextStats;
import org.groupdigest.job.model.DuplicateGroup;
import org.groupdigest.job.model.GroupInfo;
import org.groupdigest.job.model.MediaHighlight;
import org.groupdigest.job.model.MediaKind;
import org.groupdigest.job.model.MediaStats;
import org.groupdigest.job.model.Message;
import org.groupdigest.job.model.MessageLink;
import org.groupdigest.job.model.MessageThread;
import org.groupdigest.job.model.RankedMessage;
import org.groupdigest.job.model.WindowContext;
import org.groupdigest.job.testing.WindowFixture;

/** Windows out of ids and thread lengths alone, with something in every list that holds ids. */
final class Windows {

  /** Looks like a short id, like several ids, like JSON, like nothing at all. */
  private static final List<String> HOSTILE =
      List.of(
          "1",
          "2",
          "12",
          "t1",
          "t2",
          "d1",
          "a|b",
          "a:b",
          "\"",
          "\\",
          "{\"x\":1}",
          "🙂",
          " ",
          "null");

  private Windows() {}

  /** Distinct ids of 1 to 128 characters, many of them made to be mixed up. */
  static Arbitrary<List<String>> hostileIds() {
    Arbitrary<String> any = Arbitraries.strings().ofMinLength(1).ofMaxLength(128);
    return Arbitraries.frequencyOf(Tuple.of(3, Arbitraries.of(HOSTILE)), Tuple.of(1, any))
        .list()
        .ofMinSize(6)
        .ofMaxSize(24)
        .uniqueElements();
  }

  /** Windows whose messages, threads and repeats have hostile ids. */
  static Arbitrary<WindowContext> hostile() {
    return Combinators.combine(hostileIds(), Arbitraries.integers().between(1, 5))
        .as((ids, threadLength) -> of(ids.subList(0, ids.size() - 2), threadLength, ids));
  }

  /** Windows of many messages in threads that wind around each other. */
  static Arbitrary<WindowContext> large() {
    return Arbitraries.integers()
        .between(1, 20)
        .list()
        .ofMinSize(1)
        .ofMaxSize(40)
        .flatMap(
            lengths ->
                Arbitraries.shuffle(owners(lengths)).map(owners -> inThreads(lengths, owners)));
  }

  private static List<Integer> owners(List<Integer> lengths) {
    List<Integer> owners = new ArrayList<>();
    for (int i = 0; i < lengths.size(); i++) {
      int thread = i;
      IntStream.range(0, lengths.get(i)).forEach(x -> owners.add(thread));
    }
    return owners;
  }

  private static WindowContext inThreads(List<Integer> lengths, List<Integer> owners) {
    List<List<String>> members =
        lengths.stream().map(x -> (List<String>) new ArrayList<String>()).toList();
    WindowFixture window = new WindowFixture();
    for (int i = 0; i < owners.size(); i++) {
      window.message("m" + i, "p" + i % 7, "text " + i);
      members.get(owners.get(i)).add("m" + i);
    }
    for (int i = 0; i < members.size(); i++) {
      if (members.get(i).size() > 1) {
        window.thread("th" + i, members.get(i).toArray(String[]::new));
      }
    }
    return window.build();
  }

  /** A window of these messages; the last two of {@code all} are repeats of the first message. */
  static WindowContext of(List<String> ids, int threadLength, List<String> all) {
    List<Message> messages = new ArrayList<>();
    List<MessageThread> threads = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      messages.add(message(ids.get(i), i, i == 0 ? "elsewhere" : ids.get(i - 1)));
      if (i % threadLength == 0) {
        threads.add(
            new MessageThread(
                ids.get(ids.size() - 1 - i),
                ids.subList(i, Math.min(ids.size(), i + threadLength))));
      }
    }
    String first = ids.get(0);
    return new WindowContext(
        WindowFixture.day(),
        new GroupInfo("Backend", null, "telegram"),
        "trace",
        "en",
        new ContextStats(ids.size() + 2, 0, 2, 1, 1, 0, ids.size(), threads.size(), 2, 4),
        messages,
        ids.stream().map(id -> new RankedMessage(id, 1, 1, 0, 0, 0, 0)).toList(),
        List.of(
            new DuplicateGroup(first, all.subList(all.size() - 2, all.size()), List.of("bo"), 2)),
        List.of(new MessageLink(ids.get(1), first, 0.8), new MessageLink(first, "elsewhere", 0.8)),
        List.of(new MessageLink(first, "1", 0.9)),
        threads,
        List.of(),
        new MediaStats(1, 1, 5, Map.of("image", 1)),
        List.of(new MediaHighlight(first, MediaKind.IMAGE, "a chart", null, null)),
        ids.subList(0, 2));
  }

  private static Message message(String id, int index, String answered) {
    return new Message(
        id,
        0,
        Instant.parse("2025-11-10T09:00:00Z").plusSeconds(index),
        "s" + index % 2,
        index % 2 == 0 ? "al" : "bo",
        null,
        false,
        "hello " + index + (index % 3 == 0 ? "?" : ""),
        answered,
        null,
        null,
        Map.of(),
        0,
        List.of());
  }

  static Set<String> ids(WindowContext window) {
    return Set.copyOf(window.messages().stream().map(Message::messageId).toList());
  }
}
