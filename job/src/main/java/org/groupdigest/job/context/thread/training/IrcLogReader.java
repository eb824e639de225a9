package org.groupdigest.job.context.thread.training;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.groupdigest.job.model.Message;

/**
 * Reads logs of the IRC disentanglement corpus (Kummerfeld et al. 2019): {@code NAME.ascii.txt}
 * with lines {@code [HH:MM] <nick> text} and {@code NAME.annotation.txt} with pairs {@code parent
 * child -} of line numbers from 0. System lines are left out. Minutes are unrolled across midnight
 * and the messages of a minute spread evenly over it; the date does not matter and is fixed.
 */
public final class IrcLogReader {

  private static final Pattern LINE =
      Pattern.compile("\\[(\\d\\d):(\\d\\d)\\] (?:<([^>]+)> ?| \\* (\\S+) ?)(.*)");
  private static final Instant FIRST_DAY =
      LocalDate.of(2000, 1, 1).atStartOfDay().toInstant(ZoneOffset.UTC);
  private static final Duration DAY = Duration.ofDays(1);

  private IrcLogReader() {}

  /**
   * Reads one log.
   *
   * @param name name of the log
   * @param text content of its {@code .ascii.txt}
   * @param annotation content of its {@code .annotation.txt}
   */
  public static AnnotatedLog read(String name, String text, String annotation) {
    List<Message> messages = messages(lines(text));
    return new AnnotatedLog(name, messages, parents(lines(annotation), messages));
  }

  private static List<String> lines(String text) {
    // Not String.lines(): a lone carriage return inside a message is no line end.
    return List.of(text.split("\n"));
  }

  private static List<Message> messages(List<String> lines) {
    List<Message> messages = new ArrayList<>();
    Instant minute = null;
    for (int number = 0; number < lines.size(); number++) {
      Matcher line = LINE.matcher(lines.get(number));
      if (line.matches()) {
        LocalTime clock =
            LocalTime.of(Integer.parseInt(line.group(1)) % 24, Integer.parseInt(line.group(2)));
        minute = unroll(minute, FIRST_DAY.plusSeconds(clock.toSecondOfDay()));
        messages.add(message(number, minute, line));
      }
    }
    return SpreadMinutes.over(messages);
  }

  private static Instant unroll(Instant before, Instant minute) {
    Instant unrolled = minute;
    // Half a day of slack: a clock that goes back a little is not a new day.
    while (before != null && unrolled.isBefore(before.minus(DAY.dividedBy(2)))) {
      unrolled = unrolled.plus(DAY);
    }
    return before != null && unrolled.isBefore(before) ? before : unrolled;
  }

  private static Message message(int number, Instant minute, Matcher line) {
    boolean action = line.group(3) == null;
    String nick = action ? line.group(4) : line.group(3);
    String text = action ? "/me " + line.group(5) : line.group(5);
    return Messages.plain(Integer.toString(number), minute, nick, text);
  }

  private static Map<String, Set<String>> parents(List<String> lines, List<Message> messages) {
    Set<String> ids = new LinkedHashSet<>();
    messages.forEach(message -> ids.add(message.messageId()));
    Map<String, Set<String>> parents = new LinkedHashMap<>();
    for (String line : lines) {
      String[] pair = line.trim().split("\\s+");
      int a = Integer.parseInt(pair[0]);
      int b = Integer.parseInt(pair[1]);
      String child = Integer.toString(Math.max(a, b));
      String parent = Integer.toString(Math.min(a, b));
      if (ids.contains(child)) {
        Set<String> known = parents.computeIfAbsent(child, id -> new LinkedHashSet<>());
        if (ids.contains(parent)) {
          known.add(parent);
        }
      }
    }
    parents.forEach((child, known) -> normalise(child, known));
    return parents;
  }

  /**
   * A message whose only parents are system lines starts a conversation; one that has others does
   * not.
   */
  private static void normalise(String child, Set<String> known) {
    if (known.isEmpty()) {
      known.add(child);
    } else if (known.size() > 1) {
      known.remove(child);
    }
  }
}
