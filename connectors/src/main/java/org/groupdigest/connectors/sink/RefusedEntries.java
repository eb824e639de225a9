package org.groupdigest.connectors.sink;

import java.io.Serializable;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.groupdigest.connectors.shared.StoreException;

/**
 * What becomes of a change that the store refuses for good. Called on the task's thread; what it
 * throws fails the job.
 *
 * @param <EntryT> the changes
 */
@FunctionalInterface
public interface RefusedEntries<EntryT> extends Serializable {
  /**
   * Takes the change over; the sink goes on with the next one. It may come again after a recovery.
   */
  void refused(EntryT entry, StoreException reason);

  /** Called once before the first change. */
  default void open(WriterInitContext context) {}

  /** Called once when no more changes come. */
  default void close() {}

  /** Fails the job: nothing is ever dropped. */
  static <EntryT> RefusedEntries<EntryT> failJob() {
    return (entry, reason) -> {
      throw reason;
    };
  }
}
