package org.groupdigest.job.delivery;

import java.util.List;
import org.groupdigest.job.model.DigestStatus;

/**
 * Whether a digest goes out, and if not, why.
 *
 * <p>The first of these that applies decides: switched off, scopes missing, quota used up,
 * synthesis failed, quality too low. What an administrator has decided comes before what the digest
 * is like, so that nobody looks for a fault in a digest that was never wanted; failure comes before
 * quality, because the score of a stand-in says nothing of the text that was asked for. A tenant
 * that wants stand-ins gets them past that point, marked as degraded, and still only with enough
 * quality.
 *
 * @param status ready or one of the blocked states
 * @param reason details, empty when ready
 * @param missingScopes required scopes that the window lacks, empty unless blocked for them
 * @param degraded whether the text is a stand-in of the built-in engine
 */
public record DeliveryDecision(
    DigestStatus status, String reason, List<String> missingScopes, boolean degraded) {

  /** Decides. */
  public static DeliveryDecision of(DeliveryInputs in) {
    boolean standIn = in.synthesis() == DeliveryInputs.SynthesisSource.COMPENSATED;
    if (!in.enabled()) {
      return blocked(DigestStatus.BLOCKED_FEATURE_FLAG, "feature_flag", standIn);
    }
    List<String> missing =
        in.requiredScopes().stream().filter(scope -> !in.windowScopes().contains(scope)).toList();
    if (!missing.isEmpty()) {
      String reason = "missing_scopes: " + String.join(", ", missing);
      return new DeliveryDecision(DigestStatus.BLOCKED_RBAC, reason, missing, standIn);
    }
    if (!in.withinQuota()) {
      return blocked(DigestStatus.BLOCKED_QUOTA, "quota_exceeded", standIn);
    }
    if (in.synthesis() == DeliveryInputs.SynthesisSource.NONE
        || (standIn && !in.deliverDegraded())) {
      return blocked(DigestStatus.BLOCKED_FAILURE, "synthesis_failed", standIn);
    }
    if (!in.quality().passed()) {
      return blocked(DigestStatus.BLOCKED_QUALITY, in.quality().reason(), standIn);
    }
    return new DeliveryDecision(DigestStatus.READY, "", List.of(), standIn);
  }

  private static DeliveryDecision blocked(DigestStatus status, String reason, boolean standIn) {
    return new DeliveryDecision(status, reason, List.of(), standIn);
  }
}
