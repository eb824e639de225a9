package org.groupdigest.job.persist;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.groupdigest.job.model.LedgerEntry;

/** Stores what became of the messages. Idempotent: counts are absolute, versions only grow. */
public interface LedgerWriter {
  /**
   * Stores entries; of one group and day the highest version wins, whatever the order.
   *
   * @return how many rows changed, exceptionally when the store refused: then some tenants may have
   *     been written, and writing all again is safe
   */
  CompletionStage<Integer> write(List<LedgerEntry> entries);
}
