package org.groupdigest.connectors.sink;

import java.util.concurrent.CompletionStage;

/**
 * A store as a sink sees it: entries go in one by one, asynchronously, in any order, and again
 * after a failure, so writing must be idempotent.
 *
 * @param <E> what is written
 */
public interface EntryStore<E> extends AutoCloseable {
  /** Asks the store, changing nothing, whether it can be reached and lets us in. */
  CompletionStage<?> check();

  /**
   * Writes an entry without blocking. A failure is the exception of the stage, for the sink's
   * classifier to judge.
   */
  CompletionStage<?> write(E entry);

  /** How much of a batch and of the buffer an entry takes, in bytes. */
  long sizeInBytes(E entry);

  /** Lets go of the client. */
  @Override
  void close();
}
