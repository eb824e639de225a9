package org.groupdigest.job.pipeline;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.groupdigest.job.model.DigestRecord;
import org.groupdigest.job.model.SourcePosition;
import org.groupdigest.job.model.Stage;
import org.groupdigest.job.model.Topics;
import org.groupdigest.job.model.WindowContext;
import org.groupdigest.job.quality.BaselineComparison;
import org.groupdigest.job.render.DigestRenderer;
import org.groupdigest.job.render.LinkPattern;
import org.groupdigest.job.stage.CallPlan;
import org.groupdigest.job.stage.GuardedStageRunner;
import org.groupdigest.job.stage.StageEngine;
import org.groupdigest.job.stage.StageRunner;
import org.groupdigest.job.stage.guard.StageGuard;
import org.groupdigest.job.testing.TestSettings;

/**
 * Makes a digest of a window with the parts of the pipeline and without its operators: levels of
 * stages behind the guard, quality loop, comparison, assembly. Each call is on its own.
 */
public final class DigestRun {

  private static final int REPAIRS = 2;
  private static final Clock CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
  private static final StageGuard GUARD = new StageGuard();

  private static final DigestAssembler ASSEMBLER =
      new DigestAssembler(TestSettings.defaults(), new DigestRenderer(LinkPattern.telegramOnly()));

  private final CallPlan plan = CallPlan.separate();
  private final StageRunner runner;

  /**
   * @param engine who is asked
   * @param builtIn the last resort, the same as {@code engine} where there is no model
   */
  public DigestRun(StageEngine engine, StageEngine builtIn) {
    this.runner = new GuardedStageRunner(engine, builtIn, GUARD, REPAIRS, Duration.ofMinutes(1));
  }

  /** The digest of a window, in the window's language. */
  public DigestRecord of(WindowContext window) {
    DigestDraft draft = open(window);
    for (int level = 0; level < CallPlan.LEVELS; level++) {
      for (List<Stage> stages : plan.calls(level, draft.messages())) {
        draft =
            StageRun.start(runner, StageRequests.of(stages, draft, plan), CLOCK)
                .toCompletableFuture()
                .join()
                .addTo(draft);
      }
    }
    DigestDraft judged =
        new QualityLoop(runner, plan, CLOCK).run(draft).toCompletableFuture().join();
    Topics topics = judged.payload(Stage.TOPIC_AGENT, Topics.class).orElse(new Topics(List.of()));
    return ASSEMBLER.assemble(judged.withDelta(BaselineComparison.compare(null, topics, null)));
  }

  private static DigestDraft open(WindowContext window) {
    Admission admission =
        new Admission(window.language(), List.of(), List.of(), 0.7, true, null, null, null);
    return new DigestDraft(
        window,
        new SourcePosition("group.window.ready", 0, 1),
        admission,
        null,
        null,
        RuleArtifacts.of(window),
        List.of(),
        List.of(),
        List.of(),
        0,
        List.of(),
        false);
  }
}
