package org.groupdigest.job.pipeline;

import org.groupdigest.job.model.Stage;
import org.groupdigest.job.model.StageArtifact;

/**
 * How a stage went, for events and metrics.
 *
 * @param stage which stage
 * @param outcome wire name of the stage outcome, or {@code failed}
 * @param modelId who answered, empty when nobody did
 * @param attempts tries made
 * @param latencyMillis wall time in milliseconds
 * @param errorCode stable name when it failed, else empty
 */
public record StageReport(
    Stage stage,
    String outcome,
    String modelId,
    int attempts,
    long latencyMillis,
    String errorCode) {

  /** Whether the artifact is what this run produced. */
  boolean tellsOf(StageArtifact artifact) {
    return artifact.stage() == stage
        && artifact.outcome().wireName().equals(outcome)
        && artifact.attempts() == attempts;
  }
}
