package org.groupdigest.job.persist;

import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Reads whole digests out of the store that is the truth; other stores are derived from them. */
public interface StoredDigests {

  /**
   * The digest as it is now, empty when it is not there; exceptionally when the store did not
   * answer.
   */
  CompletionStage<Optional<CurrentDigest>> find(String tenantId, String digestId);
}
