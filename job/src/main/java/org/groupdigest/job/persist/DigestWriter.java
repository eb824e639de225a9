package org.groupdigest.job.persist;

import java.util.concurrent.CompletionStage;
import org.groupdigest.job.model.DigestRecord;

/**
 * Stores digests, each with all that belongs to it or not at all. Idempotent: writing again what is
 * stored changes nothing, a newer attempt replaces an older one, an older one changes nothing.
 */
public interface DigestWriter {
  /** Stores a digest; the calling thread is not blocked. Refusals of the store are outcomes. */
  CompletionStage<PersistOutcome> write(DigestWrite write);

  /** Stores a first attempt that is delivered to nobody. */
  default CompletionStage<PersistOutcome> write(DigestRecord digest) {
    return write(DigestWrite.first(digest));
  }
}
