package org.groupdigest.job.stage;

import org.groupdigest.job.model.Stage;
import org.groupdigest.job.model.StageArtifact;

/** How a stage ended; every stage ends in exactly one of these. */
public sealed interface StageResult {

  /** Which stage. */
  Stage stage();

  /**
   * The stage has an artifact that passed the guards.
   *
   * @param artifact the artifact, with its outcome
   */
  record Done(StageArtifact artifact) implements StageResult {
    @Override
    public Stage stage() {
      return artifact.stage();
    }
  }

  /**
   * Neither the engine nor the built-in one gave anything that the guards accept.
   *
   * @param stage which stage
   * @param errorCode stable name from a closed set
   * @param attempts tries made in all
   */
  record Failed(Stage stage, String errorCode, int attempts) implements StageResult {}
}
