package org.groupdigest.job.sim.prompt;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.groupdigest.job.model.Checksums;
import org.groupdigest.job.model.Stage;
import org.groupdigest.job.sim.prompt.PromptException.Reason;

/**
 * Reads the messages of the user. In a conversation that repairs an answer, the stages stand in the
 * last message and the data in the first that has any.
 */
public final class PromptReader {

  private static final Pattern FENCE = Pattern.compile("<<<DATA ([0-9a-f]{8})");
  private static final Pattern LIMIT =
      Pattern.compile(
          "^(\\w+_agent):[^\\n]*?(?:at most|up to|не больше|не более) (\\d{1,4})(?!\\d)",
          Pattern.MULTILINE);
  private static final String STAGES = "STAGES:";
  private static final String LANGUAGE = "LANGUAGE:";
  private static final String DEFAULT_LANGUAGE = "en";

  private PromptReader() {}

  /**
   * Reads a conversation.
   *
   * @param userMessages what the user said, oldest first
   * @throws PromptException when it is not a prompt of ours
   */
  public static SimPrompt read(List<String> userMessages) throws PromptException {
    List<String> stages = values(userMessages, STAGES);
    if (stages.isEmpty()) {
      throw new PromptException(Reason.NO_STAGES);
    }
    List<String> languages = values(userMessages, LANGUAGE);
    return new SimPrompt(
        stages(stages.get(stages.size() - 1)),
        languages.isEmpty() ? DEFAULT_LANGUAGE : languages.get(languages.size() - 1),
        limits(userMessages),
        data(userMessages));
  }

  /** What the instructions of stages say: {@code segmenter_agent: ... at most 10 units}. */
  private static Map<Stage, Integer> limits(List<String> messages) {
    Map<Stage, Integer> limits = new EnumMap<>(Stage.class);
    for (String message : messages) {
      for (Matcher limit = LIMIT.matcher(outside(message)); limit.find(); ) {
        int most = Integer.parseInt(limit.group(2));
        stage(limit.group(1)).ifPresent(stage -> limits.putIfAbsent(stage, most));
      }
    }
    return limits;
  }

  /** What stands after a keyword at the start of a line, outside of data blocks. */
  private static List<String> values(List<String> messages, String keyword) {
    List<String> values = new ArrayList<>();
    for (String message : messages) {
      outside(message)
          .lines()
          .filter(line -> line.startsWith(keyword))
          .findFirst()
          .ifPresent(line -> values.add(line.substring(keyword.length()).strip()));
    }
    return values;
  }

  private static String outside(String message) {
    Block block = Block.in(message);
    return block == null ? message : block.outside();
  }

  private static List<Stage> stages(String names) throws PromptException {
    List<Stage> stages = new ArrayList<>();
    for (String name : names.split(",")) {
      stages.add(stage(name.strip()).orElseThrow(() -> new PromptException(Reason.UNKNOWN_STAGE)));
    }
    return List.copyOf(stages);
  }

  private static Optional<Stage> stage(String name) {
    for (Stage stage : Stage.values()) {
      boolean answered = stage.wireName().endsWith("_agent");
      if (answered && stage.wireName().equals(name)) {
        return Optional.of(stage);
      }
    }
    return Optional.empty();
  }

  private static PromptData data(List<String> messages) throws PromptException {
    for (String message : messages) {
      Block block = Block.in(message);
      if (block != null) {
        return PromptData.read(block.inside(), Checksums.sha256(message));
      }
    }
    throw new PromptException(Reason.NO_DATA_BLOCK);
  }

  /**
   * A message cut at its fences.
   *
   * @param inside lines between the fences
   * @param outside everything else
   */
  private record Block(List<String> inside, String outside) {

    /** The first block of a message that is opened and closed by the same word, or null. */
    static Block in(String message) {
      List<String> lines = message.lines().toList();
      for (int open = 0; open < lines.size(); open++) {
        Matcher fence = FENCE.matcher(lines.get(open));
        int close = fence.matches() ? lines.indexOf("DATA " + fence.group(1) + ">>>") : -1;
        if (close > open) {
          List<String> outside = new ArrayList<>(lines.subList(0, open));
          outside.addAll(lines.subList(close + 1, lines.size()));
          return new Block(lines.subList(open + 1, close), String.join("\n", outside));
        }
      }
      return null;
    }
  }
}
