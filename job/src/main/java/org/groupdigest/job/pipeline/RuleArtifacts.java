package org.groupdigest.job.pipeline;

import java.util.List;
import java.util.Map;
import org.groupdigest.job.model.Checksums;
import org.groupdigest.job.model.Json;
import org.groupdigest.job.model.Stage;
import org.groupdigest.job.model.StageArtifact;
import org.groupdigest.job.model.StageOutcome;
import org.groupdigest.job.model.WindowContext;
import org.groupdigest.job.stage.StageRunner;

/** Artifacts of the stages that work by rules: no model, no prompt. */
final class RuleArtifacts {

  private static final String RULES = "rules";
  private static final String RULES_VERSION = "1";

  private RuleArtifacts() {}

  /** What validation and thread building found of a window. */
  static List<StageArtifact> of(WindowContext window) {
    return List.of(
        artifact(
            Stage.INGEST_VALIDATOR,
            Map.of("context_stats", window.stats(), "media_stats", window.media())),
        artifact(Stage.THREAD_BUILDER, Map.of("threads", window.threads())));
  }

  static StageArtifact artifact(Stage stage, Map<String, ?> content) {
    String payload = Json.write(new java.util.TreeMap<>(content));
    return new StageArtifact(
        stage,
        StageOutcome.OK,
        RULES,
        null,
        RULES_VERSION,
        StageRunner.SCHEMA_VERSION,
        Checksums.sha256(payload),
        1.0,
        1,
        0,
        0,
        List.of(),
        payload);
  }
}
