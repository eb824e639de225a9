package org.groupdigest.job.llm.prompt;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.groupdigest.connectors.llm.ChatMessage;
import org.groupdigest.job.model.Stage;
import org.groupdigest.job.model.WindowContext;
import org.groupdigest.job.stage.StageRequest;
import org.groupdigest.job.stage.guard.StageGuard;

/** Builds prompts and takes their data apart again. */
final class PromptFixture {

  static final List<Stage> MAP =
      List.of(Stage.SEGMENTER_AGENT, Stage.EMOTION_AGENT, Stage.ROLES_AGENT);
  static final List<Stage> DIGEST = List.of(Stage.TOPIC_AGENT, Stage.SYNTHESIS_AGENT);
  static final List<Stage> MICRO =
      List.of(
          Stage.SEGMENTER_AGENT,
          Stage.EMOTION_AGENT,
          Stage.ROLES_AGENT,
          Stage.TOPIC_AGENT,
          Stage.SYNTHESIS_AGENT);
  static final List<Stage> JUDGE = List.of(Stage.EVALUATION_AGENT);

  /** Loading the vocabulary takes longer than most tests. */
  static final TokenCounter COUNTER = new TokenCounter();

  static final StageGuard GUARD = new StageGuard();

  private static final int ROOMY = 32_000;

  private PromptFixture() {}

  static PromptBuilder builder() {
    return builder(ROOMY);
  }

  static PromptBuilder builder(int contextTokens) {
    return new PromptBuilder(new PromptLibrary(), COUNTER, GUARD, contextTokens);
  }

  static Prompt build(StageRequest request) {
    return builder().build(request).orElseThrow();
  }

  static StageRequest request(List<Stage> stages, WindowContext window, Map<Stage, Object> found) {
    return StageRequest.of(stages, window, "ru", Answers.artifacts(found));
  }

  /** What is asked. */
  static String task(Prompt prompt) {
    return prompt.messages().get(1).content();
  }

  static List<ChatMessage.Role> roles(Prompt prompt) {
    return prompt.messages().stream().map(ChatMessage::role).toList();
  }

  /** The records of the data by section, group lines among them. */
  static Map<String, List<String>> sections(Prompt prompt) {
    List<String> lines = task(prompt).lines().toList();
    Map<String, List<String>> sections = new LinkedHashMap<>();
    List<String> open = null;
    for (String line : lines.subList(indexOfFence(lines) + 1, lines.size() - 1)) {
      if (line.startsWith("## ")) {
        open = new ArrayList<>();
        sections.put(line.substring(3), open);
      } else {
        open.add(line);
      }
    }
    return sections;
  }

  private static int indexOfFence(List<String> lines) {
    return lines.indexOf(
        lines.stream().filter(line -> line.startsWith("<<<DATA ")).findFirst().orElseThrow());
  }
}
