package org.groupdigest.job.stage.compact;

import java.util.ArrayList;
import java.util.List;
import org.groupdigest.job.model.Json;
import org.groupdigest.job.model.Stage;
import org.groupdigest.job.model.WindowContext;
import org.groupdigest.job.stage.StageResult;
import org.groupdigest.job.stage.guard.GuardResult;
import org.groupdigest.job.stage.guard.StageGuard;

/**
 * Makes one result of what a stage came to in each chunk. The merged payload is held against the
 * whole window once more: a chunk does not know everybody whom the window knows.
 */
final class ChunkMerger {

  private final StageGuard guard;
  private final WindowContext window;
  private final List<WindowContext> chunks;

  ChunkMerger(StageGuard guard, WindowContext window, List<WindowContext> chunks) {
    this.guard = guard;
    this.window = window;
    this.chunks = chunks;
  }

  /**
   * The stage's result for the window. Chunks where it failed are missing, and it says so; it fails
   * when it failed in all of them.
   *
   * @param results one for each chunk, in their order
   */
  StageResult merge(Stage stage, List<StageResult> results) {
    List<ChunkPart> parts = new ArrayList<>();
    for (int i = 0; i < results.size(); i++) {
      if (results.get(i) instanceof StageResult.Done done) {
        parts.add(new ChunkPart(chunks.get(i), done.artifact()));
      }
    }
    return parts.isEmpty() ? worst(stage, results) : merged(stage, parts);
  }

  private StageResult merged(Stage stage, List<ChunkPart> parts) {
    GuardResult result = guard.salvage(stage, Json.write(payload(stage, parts)), window);
    if (result instanceof GuardResult.Accepted merged) {
      int missing = chunks.size() - parts.size();
      return new StageResult.Done(ArtifactMerge.of(merged, parts, missing));
    }
    return new StageResult.Failed(stage, "guard_rejected", attempts(parts));
  }

  private static int attempts(List<ChunkPart> parts) {
    return parts.stream().mapToInt(part -> part.artifact().attempts()).max().orElse(1);
  }

  private Object payload(Stage stage, List<ChunkPart> parts) {
    return switch (stage) {
      case SEGMENTER_AGENT -> SegmentsMerge.of(window, parts);
      case EMOTION_AGENT -> EmotionMerge.of(parts);
      case ROLES_AGENT -> RolesMerge.of(parts);
      case INGEST_VALIDATOR,
          THREAD_BUILDER,
          TOPIC_AGENT,
          SYNTHESIS_AGENT,
          EVALUATION_AGENT,
          DELIVERY_MANAGER ->
          throw new IllegalArgumentException("not cut into chunks: " + stage.wireName());
    };
  }

  private static StageResult worst(Stage stage, List<StageResult> results) {
    String code = ((StageResult.Failed) results.get(0)).errorCode();
    int attempts =
        results.stream().mapToInt(one -> ((StageResult.Failed) one).attempts()).max().orElse(1);
    return new StageResult.Failed(stage, code, attempts);
  }
}
