package org.groupdigest.job.app;

import java.util.concurrent.Executor;
import org.groupdigest.job.config.DigestSettings;
import org.groupdigest.job.stage.GuardedStageRunner;
import org.groupdigest.job.stage.StageEngine;
import org.groupdigest.job.stage.StageRunner;
import org.groupdigest.job.stage.extractive.ExtractiveEngine;
import org.groupdigest.job.stage.guard.StageGuard;

/** Stages that the built-in engine answers, without any model. */
final class BuiltInStages {

  private BuiltInStages() {}

  static StageRunner runner(Executor executor, DigestSettings settings) {
    StageEngine engine = new ExtractiveEngine(executor);
    return new GuardedStageRunner(
        engine, engine, new StageGuard(), settings.maxRetries(), settings.stageTimeout());
  }
}
