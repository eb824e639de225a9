package org.groupdigest.job.window;

import java.io.Serializable;
import java.time.Duration;

/**
 * Times of the message window.
 *
 * @param grace event time a window stays open after its end
 * @param redeliveryHorizon event time an id is kept after the last window that can contain it
 * @param historyWindows closed windows of a size that are remembered
 * @param historyMessages messages that are remembered of them in all
 * @param ledgerFlush processing time between two rows of the ledger
 */
public record WindowSettings(
    Duration grace,
    Duration redeliveryHorizon,
    int historyWindows,
    int historyMessages,
    Duration ledgerFlush)
    implements Serializable {

  /** A local day with a clock change has 25 hours. */
  private static final Duration LONGEST_WINDOW = Duration.ofHours(25);

  /** How long after the end of its slice a message is kept, in milliseconds. */
  long retentionMillis() {
    return LONGEST_WINDOW.plus(grace).plus(redeliveryHorizon).toMillis();
  }

  /** How long after the end of its window history is kept, in milliseconds. */
  long historyMillis(int hours) {
    return Duration.ofHours((long) hours * (historyWindows + 1)).plus(grace).toMillis();
  }
}
