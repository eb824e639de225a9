package org.groupdigest.job.stage.compact;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.groupdigest.job.model.ModelCall;
import org.groupdigest.job.model.Stage;
import org.groupdigest.job.model.StageArtifact;
import org.groupdigest.job.model.WindowContext;
import org.groupdigest.job.stage.StageRequest;
import org.groupdigest.job.stage.StageResult;
import org.groupdigest.job.stage.StageRunner;
import org.groupdigest.job.stage.StagesDone;
import org.groupdigest.job.stage.guard.StageGuard;

/**
 * Runs stages on what a model can take: a window under short ids, and a large one in chunks side by
 * side where the stages read messages. Whoever asks sees neither: artifacts come back whole and
 * with the ids of the window.
 *
 * <pre>{@code
 * StageRunner runner = new ChunkedStageRunner(guarded, guard, 150, 100);
 * }</pre>
 */
public final class ChunkedStageRunner implements StageRunner {

  private static final Set<Stage> READERS = Set.of(Stage.SEGMENTER_AGENT, Stage.EMOTION_AGENT);

  private final StageRunner runner;
  private final StageGuard guard;
  private final WindowChunks chunks;

  /**
   * @param runner answers each request on its own
   * @param guard looks at what chunks come to together
   * @param largeThreshold windows of more messages are cut into chunks
   * @param chunkSize most messages of a chunk
   */
  public ChunkedStageRunner(
      StageRunner runner, StageGuard guard, int largeThreshold, int chunkSize) {
    this.runner = runner;
    this.guard = guard;
    this.chunks = new WindowChunks(largeThreshold, chunkSize);
  }

  @Override
  public CompletionStage<StagesDone> run(StageRequest request) {
    try {
      return runCompact(request);
    } catch (RuntimeException e) {
      return CompletableFuture.completedFuture(failed(request));
    }
  }

  private CompletionStage<StagesDone> runCompact(StageRequest request) {
    ShortIds ids = ShortIds.of(request.context());
    StageRequest compact = request.about(ids.context(), ids.shorten(request.artifacts()));
    List<WindowContext> views =
        readMessages(request.stages()) ? chunks.of(ids.context()) : List.of(ids.context());
    List<CompletableFuture<StagesDone>> parts =
        views.stream().map(view -> ask(compact.about(view, compact.artifacts()))).toList();
    return CompletableFuture.allOf(parts.toArray(CompletableFuture[]::new))
        .thenApply(
            done ->
                together(
                    request, ids, views, parts.stream().map(CompletableFuture::join).toList()));
  }

  /** Roles alone build on the units of the whole window: they are not asked chunk by chunk. */
  private static boolean readMessages(List<Stage> stages) {
    return stages.stream().anyMatch(READERS::contains)
        && stages.stream().allMatch(one -> READERS.contains(one) || one == Stage.ROLES_AGENT);
  }

  private CompletableFuture<StagesDone> ask(StageRequest request) {
    CompletableFuture<StagesDone> asked;
    try {
      asked = runner.run(request).toCompletableFuture().copy();
    } catch (RuntimeException e) {
      asked = CompletableFuture.failedFuture(e);
    }
    return asked.exceptionally(error -> failed(request));
  }

  private StagesDone together(
      StageRequest request, ShortIds ids, List<WindowContext> views, List<StagesDone> parts) {
    ChunkMerger merger = new ChunkMerger(guard, ids.context(), views);
    List<StageResult> results = new ArrayList<>();
    for (int i = 0; i < request.stages().size(); i++) {
      int index = i;
      List<StageResult> own = parts.stream().map(part -> part.results().get(index)).toList();
      results.add(whole(request, ids, merger, own));
    }
    List<ModelCall> calls = parts.stream().flatMap(part -> part.calls().stream()).toList();
    return new StagesDone(results, calls);
  }

  /** Something unforeseen costs the stage, never the receipts of what was paid for. */
  private static StageResult whole(
      StageRequest request, ShortIds ids, ChunkMerger merger, List<StageResult> own) {
    Stage stage = own.get(0).stage();
    try {
      StageResult result = own.size() == 1 ? own.get(0) : merger.merge(stage, own);
      return result instanceof StageResult.Done done
          ? new StageResult.Done(restored(ids, done.artifact()))
          : result;
    } catch (RuntimeException e) {
      return failed(request, stage);
    }
  }

  private static StageArtifact restored(ShortIds ids, StageArtifact artifact) {
    return artifact.withPayload(ids.restore(artifact.payload()));
  }

  private static StagesDone failed(StageRequest request) {
    return new StagesDone(
        request.stages().stream().map(stage -> failed(request, stage)).toList(), List.of());
  }

  private static StageResult failed(StageRequest request, Stage stage) {
    return new StageResult.Failed(stage, "internal_error", request.attempt());
  }
}
