package org.groupdigest.job.stage;

import java.util.concurrent.CompletionStage;

/**
 * Gets the artifacts of stages. Always completes, never exceptionally, with exactly one result for
 * each stage that was asked for.
 */
public interface StageRunner {

  /** Version of the stages' schemas; part of every artifact. */
  String SCHEMA_VERSION = "1";

  /** Runs the stages of a request. */
  CompletionStage<StagesDone> run(StageRequest request);
}
