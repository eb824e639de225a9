package org.groupdigest.job.llm.prompt;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.groupdigest.job.model.Stage;

/** Short and stable names for what calls ask for; parts of prompt ids. */
final class CallName {

  private static final Map<List<Stage>, String> KNOWN =
      Map.of(
          List.of(Stage.SEGMENTER_AGENT, Stage.EMOTION_AGENT, Stage.ROLES_AGENT),
          "map",
          List.of(
              Stage.SEGMENTER_AGENT,
              Stage.EMOTION_AGENT,
              Stage.ROLES_AGENT,
              Stage.TOPIC_AGENT,
              Stage.SYNTHESIS_AGENT),
          "micro");

  private CallName() {}

  /** The name of the stages together, of letters, {@code _} and {@code -}, at most 60 long. */
  static String of(List<Stage> stages) {
    String known = KNOWN.get(stages);
    if (known != null) {
      return known;
    }
    return stages.size() == 1
        ? stages.get(0).wireName()
        : stages.stream()
            .map(stage -> stage.wireName().replace("_agent", ""))
            .collect(Collectors.joining("-"));
  }
}
