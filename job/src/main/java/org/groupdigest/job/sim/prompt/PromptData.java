package org.groupdigest.job.sim.prompt;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.groupdigest.job.model.ActionItem;
import org.groupdigest.job.model.Claim;
import org.groupdigest.job.model.Synthesis;

/**
 * The data block of a prompt: sections of lines, read into types where the simulator needs them.
 *
 * @param participants messages written in the window, by shown name
 * @param messages the window's messages as they stand, thread by thread
 * @param units what earlier stages found
 * @param excerpt the messages shown to a judge
 * @param digest the digest that is to be judged, empty when none is shown
 * @param windowMessages messages of the whole window as told to a judge, 0 when not told
 * @param checksum SHA-256 of the block
 */
public record PromptData(
    Map<String, Integer> participants,
    List<MessageLine> messages,
    List<UnitLine> units,
    List<MessageLine> excerpt,
    Synthesis digest,
    int windowMessages,
    String checksum) {

  private static final String NO_THREAD = "-";

  /**
   * Reads the lines between the fences.
   *
   * @throws PromptException when a line does not have the columns of its section
   */
  static PromptData read(List<String> lines, String checksum) throws PromptException {
    Map<String, List<String>> sections = sections(lines);
    return new PromptData(
        participants(sections.getOrDefault("participants", List.of())),
        messages(sections.getOrDefault("messages", List.of())),
        units(sections.getOrDefault("units", List.of())),
        messages(sections.getOrDefault("excerpt", List.of())),
        digest(sections.getOrDefault("digest", List.of())),
        count(sections.getOrDefault("window", List.of())),
        checksum);
  }

  /** Whether there is anything to make a window of. */
  public boolean hasWindow() {
    return !messages.isEmpty() || !units.isEmpty() || !participants.isEmpty();
  }

  private static Map<String, List<String>> sections(List<String> lines) {
    Map<String, List<String>> sections = new LinkedHashMap<>();
    List<String> current = new ArrayList<>();
    for (String line : lines) {
      if (line.startsWith("## ")) {
        current = sections.computeIfAbsent(line.substring(3).strip(), key -> new ArrayList<>());
      } else if (!line.isBlank()) {
        current.add(line);
      }
    }
    return sections;
  }

  private static Map<String, Integer> participants(List<String> lines) throws PromptException {
    Map<String, Integer> participants = new LinkedHashMap<>();
    for (String line : lines) {
      Fields fields = new Fields(line, 3);
      participants.put(fields.get(0), fields.number(1));
    }
    return participants;
  }

  private static List<MessageLine> messages(List<String> lines) throws PromptException {
    List<MessageLine> messages = new ArrayList<>();
    String thread = null;
    for (String line : lines) {
      if (line.startsWith("# ")) {
        String id = line.substring(2).strip();
        thread = id.equals(NO_THREAD) ? null : id;
      } else {
        messages.add(message(new Fields(line, 5), thread));
      }
    }
    return messages;
  }

  private static MessageLine message(Fields fields, String thread) throws PromptException {
    String reply = fields.get(3);
    return new MessageLine(
        fields.get(0),
        fields.get(1),
        time(fields.get(2)),
        reply.startsWith(">") ? reply.substring(1) : null,
        thread,
        fields.text(4),
        reactions(fields.echo(4, "reactions")),
        fields.echo(4, "repeated"));
  }

  private static int reactions(List<String> told) {
    return told.size() == 1 && told.get(0).matches("\\d{1,9}") ? Integer.parseInt(told.get(0)) : 0;
  }

  private static LocalTime time(String time) throws PromptException {
    try {
      return LocalTime.parse(time);
    } catch (DateTimeException e) {
      throw new PromptException(PromptException.Reason.BROKEN_LINE);
    }
  }

  private static List<UnitLine> units(List<String> lines) throws PromptException {
    List<UnitLine> units = new ArrayList<>();
    for (String line : lines) {
      Fields fields = new Fields(line, 4);
      if (fields.list(1).isEmpty() || fields.list(2).isEmpty()) {
        throw new PromptException(PromptException.Reason.BROKEN_LINE);
      }
      units.add(new UnitLine(fields.get(0), fields.list(1), fields.list(2), fields.text(3)));
    }
    return units;
  }

  private static int count(List<String> lines) throws PromptException {
    return lines.isEmpty() ? 0 : new Fields(lines.get(0), 2).number(0);
  }

  private static Synthesis digest(List<String> lines) throws PromptException {
    Synthesis digest =
        new Synthesis(
            null,
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>());
    Claim headline = null;
    for (String line : lines) {
      String kind = new Fields(line, 2).get(0);
      switch (kind) {
        case "headline" -> headline = claim(line);
        case "point" -> digest.keyPoints().add(claim(line));
        case "decision" -> digest.decisions().add(claim(line));
        case "question" -> digest.openQuestions().add(claim(line));
        case "action" -> digest.actions().add(action(new Fields(line, 5)));
        case "participant" -> digest.participants().add(mention(new Fields(line, 5)));
        default -> throw new PromptException(PromptException.Reason.BROKEN_LINE);
      }
    }
    return new Synthesis(
        headline,
        digest.keyPoints(),
        digest.decisions(),
        digest.openQuestions(),
        digest.actions(),
        digest.participants());
  }

  private static Claim claim(String line) throws PromptException {
    Fields fields = new Fields(line, 3);
    return new Claim(fields.text(2), fields.list(1));
  }

  private static ActionItem action(Fields fields) {
    return new ActionItem(fields.orNull(2), fields.text(4), fields.orNull(3), fields.list(1));
  }

  private static Synthesis.Mention mention(Fields fields) {
    return new Synthesis.Mention(fields.get(2), fields.get(3), fields.text(4), fields.list(1));
  }
}
