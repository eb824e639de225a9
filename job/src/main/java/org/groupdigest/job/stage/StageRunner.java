package org.groupdigest.job.stage;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.groupdigest.job.model.Checksums;
import org.groupdigest.job.model.StageArtifact;
import org.groupdigest.job.model.StageOutcome;
import org.groupdigest.job.stage.guard.GuardError;
import org.groupdigest.job.stage.guard.GuardResult;
import org.groupdigest.job.stage.guard.StageGuard;

/**
 * Gets a stage's artifact: asks the engine, lets the guards look at the answer, shows the engine
 * what they refused, and in the end asks the built-in engine. Always completes, never
 * exceptionally.
 */
public final class StageRunner {

  /** Version of the stages' schemas; part of every artifact. */
  public static final String SCHEMA_VERSION = "1";

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
   * @param maxRepairs how often a refused answer is sent back
   * @param timeout wall time of one try
   */
  public StageRunner(
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

  /** Runs a stage. */
  public CompletionStage<StageResult> run(StageRequest request) {
    return attempt(engine, request, engine == fallback);
  }

  private CompletionStage<StageResult> attempt(
      StageEngine asked, StageRequest request, boolean last) {
    return ask(asked, request)
        .thenCompose(answer -> judge(asked, request, answer, last))
        .exceptionallyCompose(error -> next(asked, request, "internal_error", List.of(), last));
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
            new StageAnswer.Failed("timeout", "no answer in time", true),
            timeout.toMillis(),
            TimeUnit.MILLISECONDS)
        .exceptionally(
            error ->
                new StageAnswer.Failed("engine_error", error.getClass().getSimpleName(), false));
  }

  private CompletionStage<StageResult> judge(
      StageEngine asked, StageRequest request, StageAnswer answer, boolean last) {
    if (answer instanceof StageAnswer.Text text) {
      GuardResult result =
          last
              ? guard.salvage(request.stage(), text.text(), request.context())
              : guard.check(request.stage(), text.text(), request.context());
      if (result instanceof GuardResult.Accepted accepted) {
        return CompletableFuture.completedFuture(
            new StageResult.Done(artifact(asked, request, text, accepted)));
      }
      GuardResult.Rejected rejected = (GuardResult.Rejected) result;
      return next(asked, request, "guard_rejected", notes(rejected), last);
    }
    StageAnswer.Failed failed = (StageAnswer.Failed) answer;
    return next(asked, request, failed.errorCode(), List.of(), last);
  }

  /** Repairs what a guard refused, else falls back, else fails. */
  private CompletionStage<StageResult> next(
      StageEngine asked, StageRequest request, String code, List<String> notes, boolean last) {
    if (!notes.isEmpty() && request.attempt() <= maxRepairs && asked != fallback) {
      return attempt(asked, again(request, notes), false);
    }
    if (!last) {
      return attempt(fallback, again(request, List.of()), true);
    }
    return CompletableFuture.completedFuture(
        new StageResult.Failed(request.stage(), code, request.attempt()));
  }

  private static StageRequest again(StageRequest request, List<String> notes) {
    return new StageRequest(
        request.stage(),
        request.context(),
        request.language(),
        request.artifacts(),
        request.baseline(),
        notes,
        request.attempt() + 1);
  }

  private static List<String> notes(GuardResult.Rejected rejected) {
    return rejected.errors().stream().map(GuardError::describe).toList();
  }

  private StageArtifact artifact(
      StageEngine asked,
      StageRequest request,
      StageAnswer.Text text,
      GuardResult.Accepted accepted) {
    StageOutcome outcome = StageOutcome.OK;
    List<String> notes = new ArrayList<>(accepted.removed());
    if (asked == fallback && engine != fallback) {
      outcome = StageOutcome.FALLBACK;
    } else if (request.attempt() > 1) {
      outcome = StageOutcome.REPAIRED;
    }
    return new StageArtifact(
        request.stage(),
        outcome,
        text.modelId(),
        text.promptId(),
        text.promptVersion(),
        SCHEMA_VERSION,
        Checksums.sha256(accepted.canonicalJson()),
        accepted.boundaryIntegrity(),
        request.attempt(),
        text.promptTokens(),
        text.answerTokens(),
        notes,
        accepted.canonicalJson());
  }
}
