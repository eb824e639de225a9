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
 */
public record FinishedDigest(
    DigestRecord digest,
    List<DeliveryTarget> targets,
    SourcePosition position,
    String storeError,
    int retries) {

  /** What the store has is what is announced, also when it is not what was made just now. */
  FinishedDigest follow(PersistOutcome outcome) {
    if (outcome instanceof PersistOutcome.Redacted redacted) {
      return new FinishedDigest(redacted.digest(), targets, position, storeError, retries)
          .follow(redacted.outcome());
    }
    return outcome instanceof PersistOutcome.Unchanged unchanged && !unchanged.sameContent()
        ? new FinishedDigest(
            unchanged.stored().over(digest), targets, position, storeError, retries)
        : this;
  }

  FinishedDigest refused(String code, int retried) {
    return new FinishedDigest(digest, targets, position, code, retried);
  }

  FinishedDigest stored(int retried) {
    return new FinishedDigest(digest, targets, position, null, retried);
  }
}
