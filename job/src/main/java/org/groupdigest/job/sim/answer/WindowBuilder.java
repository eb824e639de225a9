package org.groupdigest.job.sim.answer;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.groupdigest.job.config.ContextSettings;
import org.groupdigest.job.context.ContextService;
import org.groupdigest.job.context.ThreadingStep;
import org.groupdigest.job.context.WindowInput;
import org.groupdigest.job.context.thread.ThreadBuilder;
import org.groupdigest.job.model.ContextStats;
import org.groupdigest.job.model.GroupInfo;
import org.groupdigest.job.model.Message;
import org.groupdigest.job.model.MessageThread;
import org.groupdigest.job.model.WindowContext;
import org.groupdigest.job.model.WindowKind;
import org.groupdigest.job.model.WindowRef;
import org.groupdigest.job.sim.prompt.MessageLine;
import org.groupdigest.job.sim.prompt.PromptData;
import org.groupdigest.job.sim.prompt.UnitLine;
import org.groupdigest.udfs.text.LanguageDetector;

/**
 * Makes a window of what a prompt shows: of its messages, or of the findings that stand for them.
 * Days are not shown, so that a window begins on a made-up one.
 */
final class WindowBuilder {

  private static final Instant DAY = Instant.parse("2024-01-01T00:00:00Z");
  private static final WindowRef WINDOW =
      new WindowRef(
          "simulated",
          "simulated",
          "simulated",
          24,
          DAY,
          DAY.plus(Duration.ofDays(1)),
          WindowKind.SCHEDULED,
          "UTC");
  private static final GroupInfo GROUP = new GroupInfo(null, null, "simulated");

  private static final Duration BETWEEN_UNITS = Duration.ofMinutes(4);
  private static final Set<String> ASKS = Set.of("question", "problem", "risk");
  private static final String ANSWERS = "solution";

  private final LanguageDetector languages = new LanguageDetector();

  /** Read once, when it is first needed: the model never changes. */
  private static final class Loaded {
    static final ThreadBuilder THREADS = ThreadBuilder.bundled();
  }

  /** The window of a prompt about a window. */
  SimWindow of(PromptData data) {
    if (data.messages().isEmpty() && !data.units().isEmpty()) {
      return ofUnits(data);
    }
    Map<String, List<String>> shown = threads(data.messages());
    return ofMessages(data, data.messages(), chosen -> threadsOf(chosen, shown));
  }

  /** The window that a judge sees. */
  SimWindow ofExcerpt(PromptData data) {
    return ofMessages(data, data.excerpt(), WindowBuilder::talks);
  }

  private SimWindow ofMessages(PromptData data, List<MessageLine> lines, ThreadingStep threading) {
    List<Message> messages = new ArrayList<>();
    Instant day = DAY;
    LocalTime before = LocalTime.MIN;
    for (MessageLine line : inOrder(lines)) {
      if (line.time().isBefore(before)) {
        day = day.plus(Duration.ofDays(1));
      }
      before = line.time();
      Instant at = day.plusSeconds(line.time().toSecondOfDay());
      messages.add(
          message(line.id(), at, line.author(), line.text(), line.replyTo(), line.reactions()));
    }
    return new SimWindow(assemble(data, messages, threading), Map.of());
  }

  /** Ids that are numbers grow with time; others are sorted by the time of day. */
  private static List<MessageLine> inOrder(List<MessageLine> lines) {
    boolean numbered = lines.stream().allMatch(line -> line.id().matches("\\d{1,18}"));
    Comparator<MessageLine> order =
        numbered
            ? Comparator.comparingLong(line -> Long.parseLong(line.id()))
            : Comparator.comparing(MessageLine::time);
    return lines.stream().sorted(order).toList();
  }

  private static Map<String, List<String>> threads(List<MessageLine> lines) {
    Map<String, List<String>> threads = new LinkedHashMap<>();
    for (MessageLine line : lines) {
      if (line.threadId() != null) {
        threads.computeIfAbsent(line.threadId(), key -> new ArrayList<>()).add(line.id());
      }
    }
    return threads;
  }

  /** Findings stand for messages: what solves something answers the last thing that was asked. */
  private SimWindow ofUnits(PromptData data) {
    List<Message> messages = new ArrayList<>();
    Map<String, List<String>> sources = new LinkedHashMap<>();
    String open = null;
    for (UnitLine unit : data.units()) {
      String id = "unit-" + (messages.size() + 1);
      Instant at = DAY.plus(BETWEEN_UNITS.multipliedBy(messages.size()));
      String reply = unit.kind().equals(ANSWERS) ? open : null;
      messages.add(message(id, at, unit.authors().get(0), unit.text(), reply, 0));
      sources.put(id, unit.ids());
      open = ASKS.contains(unit.kind()) ? id : open;
    }
    return new SimWindow(assemble(data, messages, WindowBuilder::talks), sources);
  }

  /** Who talks with whom where no thread is shown. */
  private static List<MessageThread> talks(List<Message> messages) {
    return Loaded.THREADS.threads(messages, Loaded.THREADS.link(messages));
  }

  private static Message message(
      String id, Instant at, String author, String text, String reply, int reactions) {
    return new Message(
        id, 0, at, author, author, null, false, text, reply, null, null, Map.of(), reactions,
        List.of());
  }

  private WindowContext assemble(PromptData data, List<Message> messages, ThreadingStep threading) {
    ContextService service = new ContextService(ContextSettings.defaults(), threading, languages);
    WindowContext context =
        service.assemble(new WindowInput(WINDOW, GROUP, "simulated", messages, List.of()));
    int told = data.participants().values().stream().mapToInt(Integer::intValue).sum();
    return received(context, Math.max(told, data.windowMessages()));
  }

  private static List<MessageThread> threadsOf(
      List<Message> chosen, Map<String, List<String>> threads) {
    Set<String> ids = chosen.stream().map(Message::messageId).collect(Collectors.toSet());
    List<MessageThread> kept = new ArrayList<>();
    threads.forEach(
        (id, members) -> {
          List<String> there = members.stream().filter(ids::contains).toList();
          if (!there.isEmpty()) {
            kept.add(new MessageThread(id, there));
          }
        });
    return kept;
  }

  /** The same window, of which no fewer messages are said to be than the prompt says. */
  private static WindowContext received(WindowContext context, int messages) {
    ContextStats stats = context.stats();
    return new WindowContext(
        context.window(),
        context.group(),
        context.traceId(),
        context.language(),
        new ContextStats(
            Math.max(messages, stats.received()),
            stats.empty(),
            stats.duplicates(),
            stats.softLinked(),
            stats.historyLinked(),
            stats.trimmed(),
            stats.kept(),
            stats.threads(),
            stats.participants(),
            stats.historyMessages()),
        context.messages(),
        context.ranking(),
        context.duplicates(),
        context.softLinks(),
        context.historyLinks(),
        context.threads(),
        context.participants(),
        context.media(),
        context.mediaHighlights(),
        context.excerpt());
  }
}
