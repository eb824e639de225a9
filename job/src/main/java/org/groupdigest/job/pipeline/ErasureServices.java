package org.groupdigest.job.pipeline;

import java.io.Serializable;
import org.groupdigest.job.persist.DigestEraser;
import org.groupdigest.job.persist.DigestRemover;

/**
 * What erasure and retention need from outside: the store that is the truth. Travels with the job
 * graph and is opened once for each parallel instance of an operator; implementations share
 * clients.
 */
public interface ErasureServices extends Serializable {

  /** Opens the store. */
  Opened open() throws Exception;

  /** The opened store; nothing here blocks the calling thread. */
  interface Opened extends AutoCloseable {

    /** Takes what was deleted out of digests. */
    DigestEraser eraser();

    /** Removes whole digests. */
    DigestRemover remover();

    @Override
    void close();
  }
}
