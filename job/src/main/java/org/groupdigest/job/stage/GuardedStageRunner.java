package org.groupdigest.job.stage;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.groupdigest.job.model.Stage;
import org.groupdigest.job.stage.guard.GuardError;
import org.groupdigest.job.stage.guard.GuardResult;
import org.groupdigest.job.stage.guard.StageGuard;

/**
 * Asks the engine, lets the guards look at each stage of the answer, shows the engine what they
 * refused, and in the end asks the built-in engine for what is still missing. What passed is never
 * asked for again.
 */
public final class GuardedStageRunner implements StageRunner {

  private final StageEngine engine;
  private final StageEngine fallback;
  private final StageGuard guard;
  private final int maxRepairs;
  private final Duration timeout;

  /**
   * @param engine who is asked first
   * @param fallback the built-in engine, asked last; the same as {@code engine} when there is no
   *     model
   * @param guard what an answer must pass
   * @param maxRepairs how often refused stages are sent back
   * @param timeout wall time of one try
   */
  public GuardedStageRunner(
      StageEngine engine,
      StageEngine fallback,
      StageGuard guard,
      int maxRepairs,
      Duration timeout) {
    this.engine = engine;
    this.fallback = fallback;
    this.guard = guard;
    this.maxRepairs = maxRepairs;
    this.timeout = timeout;
  }

  @Override
  public CompletionStage<StagesDone> run(StageRequest request) {
    StageProgress progress = new StageProgress(request.stages(), engine != fallback);
    return attempt(engine, request, progress, engine == fallback);
  }

  private CompletionStage<StagesDone> attempt(
      StageEngine asked, StageRequest request, StageProgress progress, boolean last) {
    return ask(asked, request)
        .thenCompose(answer -> judge(asked, request, progress, answer, last))
        .exceptionallyCompose(
            error -> standIn(request, progress, "internal_error", request.stages(), last));
  }

  private CompletionStage<StageAnswer> ask(StageEngine asked, StageRequest request) {
    CompletableFuture<StageAnswer> answer;
    try {
      answer = asked.answer(request).toCompletableFuture().copy();
    } catch (RuntimeException e) {
      answer = CompletableFuture.failedFuture(e);
    }
    return answer
        .completeOnTimeout(
            StageAnswer.Failed.of("timeout", "no answer in time"),
            timeout.toMillis(),
            TimeUnit.MILLISECONDS)
        .exceptionally(
            error -> StageAnswer.Failed.of("engine_error", error.getClass().getSimpleName()));
  }

  private CompletionStage<StagesDone> judge(
      StageEngine asked,
      StageRequest request,
      StageProgress progress,
      StageAnswer answer,
      boolean last) {
    progress.paid(answer.calls());
    if (answer instanceof StageAnswer.Failed failed) {
      return standIn(request, progress, failed.errorCode(), request.stages(), last);
    }
    StageAnswer.Text text = (StageAnswer.Text) answer;
    Refusals refusals = check(asked, request, progress, text, last);
    if (refusals.stages.isEmpty()) {
      return CompletableFuture.completedFuture(progress.finished());
    }
    StageRequest again =
        request.again(refusals.stages, refusals.notes, text.text(), text.calls().size());
    boolean mayRepair = request.attempt() <= maxRepairs && again.callsLeft() > 0;
    return mayRepair && asked != fallback
        ? attempt(asked, again, progress, false)
        : standIn(request, progress, "guard_rejected", refusals.stages, last);
  }

  private Refusals check(
      StageEngine asked,
      StageRequest request,
      StageProgress progress,
      StageAnswer.Text text,
      boolean last) {
    Map<Stage, String> parts = guard.parts(request.stages(), text.text());
    Refusals refusals = new Refusals(request.stages().size() > 1);
    for (Stage stage : request.stages()) {
      GuardResult result =
          last
              ? guard.salvage(stage, parts.get(stage), request.context())
              : guard.check(stage, parts.get(stage), request.context());
      if (result instanceof GuardResult.Accepted accepted) {
        progress.accept(stage, request, text, accepted, asked == fallback);
      } else {
        refusals.add(stage, (GuardResult.Rejected) result);
      }
    }
    return refusals;
  }

  /** The built-in engine answers what is missing; after it there is nobody left to ask. */
  private CompletionStage<StagesDone> standIn(
      StageRequest request,
      StageProgress progress,
      String code,
      List<Stage> missing,
      boolean last) {
    if (!last) {
      return attempt(fallback, request.again(missing, List.of(), null, 0), progress, true);
    }
    missing.forEach(stage -> progress.fail(stage, code, request.attempt()));
    return CompletableFuture.completedFuture(progress.finished());
  }

  /** What the guards refused of one answer. */
  private static final class Refusals {

    private final boolean several;
    private final List<Stage> stages = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    Refusals(boolean several) {
      this.several = several;
    }

    void add(Stage stage, GuardResult.Rejected rejected) {
      stages.add(stage);
      for (GuardError error : rejected.errors()) {
        notes.add(several ? stage.wireName() + " " + error.describe() : error.describe());
      }
    }
  }
}
