package org.groupdigest.job.pipeline;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.groupdigest.job.model.StageArtifact;

/** Keeps artifacts of a digest where the next hours look for them, if they may be kept. */
final class ArtifactCache {

  private ArtifactCache() {}

  /** Completes when all were offered to the store; normally, see {@link DigestServices.Opened}. */
  static CompletionStage<Void> keep(
      DigestServices.Opened services, DigestDraft draft, List<StageArtifact> artifacts) {
    if (draft.uncached()) {
      return CompletableFuture.completedFuture(null);
    }
    return CompletableFuture.allOf(
        artifacts.stream()
            .map(artifact -> services.keep(draft.context(), artifact).toCompletableFuture())
            .toArray(CompletableFuture[]::new));
  }
}
