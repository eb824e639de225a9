package org.groupdigest.job.llm.prompt;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.groupdigest.job.model.BaselineSnapshot;
import org.groupdigest.job.model.Stage;
import org.groupdigest.job.model.TenantQuotas;
import org.groupdigest.job.model.WindowContext;
import org.groupdigest.job.stage.StageRequest;

/** Requests about an ordinary window of 40 Russian messages, with all that came before. */
final class Requests {

  static final WindowContext WINDOW = OrdinaryChat.window(40, "ru");

  static final BaselineSnapshot PREVIOUS =
      new BaselineSnapshot(
          "w-0",
          Instant.parse("2025-11-09T21:00:00Z"),
          List.of(new BaselineSnapshot.TopicSnapshot("Миграция биллинга", 12, 2, "t1")),
          0.8);

  private Requests() {}

  /** A first request for stages. */
  static StageRequest with(List<Stage> stages, BaselineSnapshot previous) {
    return new StageRequest(
        stages,
        WINDOW,
        "ru",
        Answers.artifacts(before(stages)),
        previous,
        List.of(),
        null,
        TenantQuotas.NONE,
        StageRequest.ANY_CALLS,
        1);
  }

  /** A request to write the digest anew, with the judge's notes. */
  static StageRequest correction(List<String> notes) {
    Answers answers = new Answers(WINDOW);
    Map<Stage, Object> found = new HashMap<>(before(List.of(Stage.EVALUATION_AGENT)));
    found.put(Stage.EVALUATION_AGENT, answers.evaluation());
    return PromptFixture.request(List.of(Stage.SYNTHESIS_AGENT), WINDOW, found).corrected(notes);
  }

  private static Map<Stage, Object> before(List<Stage> stages) {
    Answers answers = new Answers(WINDOW);
    Map<Stage, Object> found = new HashMap<>();
    found.put(Stage.SEGMENTER_AGENT, answers.segments());
    found.put(Stage.EMOTION_AGENT, answers.emotions());
    found.put(Stage.ROLES_AGENT, answers.roles());
    found.put(Stage.TOPIC_AGENT, answers.topics());
    found.put(Stage.SYNTHESIS_AGENT, answers.synthesis());
    Stage first = stages.stream().min(Comparator.naturalOrder()).orElseThrow();
    found.keySet().removeIf(stage -> stage.compareTo(first) >= 0);
    return found;
  }
}
