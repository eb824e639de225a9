package org.groupdigest.connectors.sink;

import java.io.IOException;
import java.io.Serializable;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * Takes the entries that a store refuses for good. Travels with the job graph.
 *
 * @param <E> what is written to the store
 */
@FunctionalInterface
public interface DeadElements<E> extends Serializable {
  /** Fails the job with the reason: for stores that must have everything. */
  static <E> DeadElements<E> failing() {
    return (entry, why) -> {
      throw why;
    };
  }

  /**
   * Takes an entry, in the task's thread, before the entry is forgotten. It may come again after a
   * recovery.
   *
   * @throws IOException fails the job
   */
  void add(E entry, RejectedEntryException why) throws IOException;

  /** Called once before the first entry. */
  default void open(WriterInitContext context) {}

  /** Called once when no more entries come. */
  default void close() {}
}
