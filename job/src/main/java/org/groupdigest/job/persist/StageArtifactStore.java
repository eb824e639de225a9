package org.groupdigest.job.persist;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.groupdigest.job.model.StageArtifact;

/**
 * What stages have produced lately, so that a replay need not produce it again. A cache: never the
 * truth, and its absence is an answer.
 */
public interface StageArtifactStore {
  /** How long an artifact is kept. */
  Duration TTL = Duration.ofHours(24);

  /** What became of an artifact that was to be stored. */
  enum Saved {
    /** It is there now. */
    STORED,
    /** The artifact of a newer attempt is there, and stays. */
    KEPT_NEWER,
    /** The store did not answer; whether it is there is not known. */
    UNAVAILABLE
  }

  /** Looks for an artifact; never completes exceptionally. */
  CompletionStage<ArtifactLookup> find(ArtifactKey key);

  /**
   * Stores an artifact; never completes exceptionally.
   *
   * @param attempt which making of the digest it belongs to, from 1
   */
  CompletionStage<Saved> save(ArtifactKey key, StageArtifact artifact, int attempt, String traceId);
}
