package org.groupdigest.job.app;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Executor;
import org.groupdigest.job.config.DigestSettings;
import org.groupdigest.job.config.LlmPlanSettings;
import org.groupdigest.job.config.LlmSettings;
import org.groupdigest.job.llm.LlmRouter;
import org.groupdigest.job.llm.Tier;
import org.groupdigest.job.llm.prompt.ModelEngine;
import org.groupdigest.job.llm.prompt.PromptBuilder;
import org.groupdigest.job.llm.prompt.PromptLibrary;
import org.groupdigest.job.llm.prompt.TokenCounter;
import org.groupdigest.job.model.Stage;
import org.groupdigest.job.stage.CallPlan;
import org.groupdigest.job.stage.GuardedStageRunner;
import org.groupdigest.job.stage.StageEngine;
import org.groupdigest.job.stage.StageRunner;
import org.groupdigest.job.stage.compact.ChunkedStageRunner;
import org.groupdigest.job.stage.extractive.ExtractiveEngine;
import org.groupdigest.job.stage.guard.StageGuard;

/** Puts together who answers stages. */
final class StageRunners {

  private StageRunners() {}

  /** The plan of calls: one a stage where calls cost nothing. */
  static CallPlan plan(DigestSettings settings) {
    return settings.llm().endpoint().isConfigured()
        ? new CallPlan(settings.llm().plan().kind(), settings.llm().plan().microWindow())
        : CallPlan.separate();
  }

  /** Stages that the built-in engine answers, without any model. */
  static StageRunner builtIn(DigestSettings settings, Executor executor) {
    StageEngine engine = new ExtractiveEngine(executor);
    return new GuardedStageRunner(
        engine,
        engine,
        new StageGuard(ExtractiveEngine::isOwnWording),
        settings.maxRetries(),
        settings.stageTimeout());
  }

  /** What an answer must pass. */
  static StageGuard guard() {
    return new StageGuard(ExtractiveEngine::isOwnWording);
  }

  /** Writes prompts; loading words and vocabulary takes a second. */
  static PromptBuilder prompts(LlmSettings settings) {
    return new PromptBuilder(
        new PromptLibrary(), new TokenCounter(), guard(), settings.plan().contextTokens());
  }

  /** Stages that models answer, and the built-in engine where they fail. */
  static StageRunner withModels(
      DigestSettings settings, LlmRouter router, PromptBuilder prompts, Executor executor) {
    LlmPlanSettings plan = settings.llm().plan();
    StageGuard guard = guard();
    GuardedStageRunner guarded =
        new GuardedStageRunner(
            new ModelEngine(router, prompts, tiers(settings), executor),
            new ExtractiveEngine(executor),
            guard,
            settings.maxRetries(),
            settings.stageTimeout());
    return new ChunkedStageRunner(guarded, guard, plan.largeWindow(), plan.chunkSize());
  }

  private static Map<Stage, Tier> tiers(DigestSettings settings) {
    Map<Stage, Tier> tiers = new EnumMap<>(Stage.class);
    settings.llm().models().stageTiers().forEach((stage, tier) -> tiers.put(stage, Tier.of(tier)));
    return tiers;
  }
}
