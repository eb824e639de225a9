package org.groupdigest.job.persist;

import java.time.Instant;
import org.groupdigest.job.model.StageArtifact;

/**
 * An artifact in the store.
 *
 * @param artifact what the stage produced
 * @param attempt which making of the digest it belongs to, from 1
 * @param traceId trace it was made under
 * @param storedAt when it was stored
 */
public record StoredArtifact(
    StageArtifact artifact, int attempt, String traceId, Instant storedAt) {}
