package org.groupdigest.job.stage.compact;

import java.util.List;
import org.groupdigest.job.model.Checksums;
import org.groupdigest.job.model.Json;
import org.groupdigest.job.model.Stage;
import org.groupdigest.job.model.StageArtifact;
import org.groupdigest.job.model.StageOutcome;

/** Artifacts for tests. */
final class Artifacts {

  private Artifacts() {}

  static StageArtifact of(Stage stage, Object payload) {
    return of(stage, StageOutcome.OK, "model-1", payload);
  }

  static StageArtifact of(Stage stage, StageOutcome outcome, String modelId, Object payload) {
    return of(stage, outcome, modelId, 1, 1.0, List.of(), payload);
  }

  static StageArtifact of(
      Stage stage,
      StageOutcome outcome,
      String modelId,
      int attempts,
      double integrity,
      List<String> notes,
      Object payload) {
    String json = Json.write(payload);
    return new StageArtifact(
        stage,
        outcome,
        modelId,
        modelId + "-prompt",
        "v1",
        "1",
        Checksums.sha256(json),
        integrity,
        attempts,
        100,
        10,
        notes,
        json);
  }
}
