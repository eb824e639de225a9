package org.groupdigest.connectors.ordered;

import java.io.Serializable;
import org.groupdigest.connectors.shared.StoreException;

/**
 * What becomes of a change that the store refuses for good. Called on the task's thread; what it
 * throws fails the job.
 *
 * @param <EntryT> the changes
 */
@FunctionalInterface
public interface RefusedEntries<EntryT> extends Serializable {
  /** Takes the change over; the sink goes on with the next one. */
  void refused(EntryT entry, StoreException reason);

  /** Fails the job: nothing is ever dropped. */
  static <EntryT> RefusedEntries<EntryT> failJob() {
    return (entry, reason) -> {
      throw reason;
    };
  }
}
