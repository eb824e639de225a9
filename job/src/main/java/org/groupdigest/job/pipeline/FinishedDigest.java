package org.groupdigest.job.pipeline;

import java.util.List;
import org.groupdigest.job.model.DigestRecord;
import org.groupdigest.job.model.SourcePosition;
import org.groupdigest.job.model.TenantPolicy.DeliveryTarget;
import org.groupdigest.job.persist.PersistOutcome;

/**
 * A digest after the delivery decision.
 *
 * @param digest the digest
 * @param targets channels and addresses it is meant for
 * @param position where its window was read
 * @param storeError why the store did not take it, or null when it did
 * @param retries how often writing was tried again
 * @param attempt which making of the digest the store has; 0 before it was stored and in old state
 */
public record FinishedDigest(
    DigestRecord digest,
    List<DeliveryTarget> targets,
    SourcePosition position,
    String storeError,
    int retries,
    int attempt) {

  /** What the store has is what is announced, also when it is not what was made just now. */
  FinishedDigest follow(PersistOutcome outcome) {
    if (outcome instanceof PersistOutcome.Redacted redacted) {
      return with(redacted.digest(), attempt).follow(redacted.outcome());
    }
    if (outcome instanceof PersistOutcome.Unchanged unchanged) {
      return with(
          unchanged.sameContent() ? digest : unchanged.stored().over(digest),
          unchanged.storedAttempt());
    }
    return outcome instanceof PersistOutcome.Written written
        ? with(digest, written.attempt())
        : this;
  }

  private FinishedDigest with(DigestRecord announced, int storedAttempt) {
    return new FinishedDigest(announced, targets, position, storeError, retries, storedAttempt);
  }

  /** The attempt to announce. */
  int announcedAttempt() {
    return Math.max(1, attempt);
  }

  FinishedDigest refused(String code, int retried) {
    return new FinishedDigest(digest, targets, position, code, retried, attempt);
  }

  FinishedDigest stored(int retried) {
    return new FinishedDigest(digest, targets, position, null, retried, attempt);
  }
}
