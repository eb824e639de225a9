package org.groupdigest.job.stage.extractive;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.groupdigest.job.model.EmotionProfile;
import org.groupdigest.job.model.Evaluation;
import org.groupdigest.job.model.Json;
import org.groupdigest.job.model.Roles;
import org.groupdigest.job.model.Segments;
import org.groupdigest.job.model.Stage;
import org.groupdigest.job.model.StageArtifact;
import org.groupdigest.job.model.StageOutcome;
import org.groupdigest.job.model.Synthesis;
import org.groupdigest.job.model.Topics;
import org.groupdigest.job.model.WindowContext;
import org.groupdigest.job.stage.StageAnswer;
import org.groupdigest.job.stage.StageRequest;

/**
 * Runs the six stages over a window as the pipeline does, each with what the earlier ones found.
 */
final class Stages {

  static final List<Stage> ORDER =
      List.of(
          Stage.SEGMENTER_AGENT,
          Stage.EMOTION_AGENT,
          Stage.ROLES_AGENT,
          Stage.TOPIC_AGENT,
          Stage.SYNTHESIS_AGENT,
          Stage.EVALUATION_AGENT);

  private final Map<String, StageArtifact> artifacts = new HashMap<>();

  private Stages() {}

  static Stages of(WindowContext window) {
    return of(window, window.language());
  }

  static Stages of(WindowContext window, String language) {
    Stages stages = new Stages();
    ExtractiveEngine engine = new ExtractiveEngine(Runnable::run);
    for (Stage stage : ORDER) {
      StageAnswer answer =
          engine
              .answer(StageRequest.of(List.of(stage), window, language, stages.artifacts))
              .toCompletableFuture()
              .join();
      assertThat(answer).as(stage.wireName()).isInstanceOf(StageAnswer.Text.class);
      stages.artifacts.put(stage.wireName(), artifact(stage, (StageAnswer.Text) answer));
    }
    return stages;
  }

  static StageArtifact artifact(Stage stage, StageAnswer.Text text) {
    return new StageArtifact(
        stage,
        StageOutcome.OK,
        text.modelId(),
        null,
        text.promptVersion(),
        "1",
        "",
        1,
        1,
        0,
        0,
        List.of(),
        text.text());
  }

  String json(Stage stage) {
    return artifacts.get(stage.wireName()).payload();
  }

  Segments segments() {
    return Json.read(json(Stage.SEGMENTER_AGENT), Segments.class);
  }

  EmotionProfile emotions() {
    return Json.read(json(Stage.EMOTION_AGENT), EmotionProfile.class);
  }

  Roles roles() {
    return Json.read(json(Stage.ROLES_AGENT), Roles.class);
  }

  Topics topics() {
    return Json.read(json(Stage.TOPIC_AGENT), Topics.class);
  }

  Synthesis synthesis() {
    return Json.read(json(Stage.SYNTHESIS_AGENT), Synthesis.class);
  }

  Evaluation evaluation() {
    return Json.read(json(Stage.EVALUATION_AGENT), Evaluation.class);
  }

  /** All values of some fields, wherever they are in any stage's answer. */
  List<String> values(String... fields) {
    List<String> values = new ArrayList<>();
    for (StageArtifact artifact : artifacts.values()) {
      JsonNode tree = tree(artifact.payload());
      for (String field : fields) {
        for (JsonNode found : tree.findValues(field)) {
          if (found.isArray()) {
            found.forEach(one -> values.add(one.asText()));
          } else if (!found.isNull()) {
            values.add(found.asText());
          }
        }
      }
    }
    return values;
  }

  private static JsonNode tree(String json) {
    return Json.read(json, JsonNode.class);
  }
}
