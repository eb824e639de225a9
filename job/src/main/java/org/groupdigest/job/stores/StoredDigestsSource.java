package org.groupdigest.job.stores;

import java.io.Serializable;
import org.groupdigest.job.persist.StoredDigests;

/**
 * Where derived stores read digests. Travels with the job graph and is opened once for each
 * parallel instance; implementations share clients.
 */
@FunctionalInterface
public interface StoredDigestsSource extends Serializable {

  /** Opens the store; must not wait for it. */
  Opened open() throws Exception;

  /**
   * The opened store.
   *
   * @param digests reads digests and never blocks
   * @param closing lets go of the store
   */
  record Opened(StoredDigests digests, Runnable closing) implements AutoCloseable {

    @Override
    public void close() {
      closing.run();
    }
  }
}
