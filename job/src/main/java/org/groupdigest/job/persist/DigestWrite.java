package org.groupdigest.job.persist;

import java.util.List;
import org.groupdigest.job.model.DigestRecord;
import org.groupdigest.job.model.TenantPolicy.DeliveryTarget;

/**
 * A digest on its way into the store.
 *
 * @param digest what to store
 * @param attempt which making of the digest this is, from 1: a replay of the same making bears the
 *     same number, a window that is made anew a higher one
 * @param targets where it goes if it is ready; claimed together with it
 */
public record DigestWrite(DigestRecord digest, int attempt, List<DeliveryTarget> targets) {
  /** Checks the attempt and freezes the targets. */
  public DigestWrite {
    if (attempt < 1) {
      throw new IllegalArgumentException("attempt must be at least 1");
    }
    targets = List.copyOf(targets);
  }

  /** The first making, delivered to nobody. */
  public static DigestWrite first(DigestRecord digest) {
    return new DigestWrite(digest, 1, List.of());
  }
}
