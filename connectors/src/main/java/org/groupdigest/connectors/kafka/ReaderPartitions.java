package org.groupdigest.connectors.kafka;

import java.util.ArrayList;
import java.util.List;

/**
 * The partitions of one reader, which are read in turns: while the backlog of one is being read,
 * another that says nothing may only be waiting for its turn.
 */
final class ReaderPartitions {
  /** No partition holds another back. */
  static final long NOBODY = Long.MAX_VALUE;

  private final List<IdleClockGenerator<?>> partitions = new ArrayList<>();

  void add(IdleClockGenerator<?> partition) {
    partitions.add(partition);
  }

  boolean isEmpty() {
    return partitions.isEmpty();
  }

  /**
   * How far the backlogs of the others have been read: the lowest watermark among those that are
   * heard and behind the clock, or {@link #NOBODY}.
   *
   * @param clock where a quiet partition would move to, in milliseconds
   */
  long backlog(IdleClockGenerator<?> asking, long clock) {
    long lowest = NOBODY;
    for (IdleClockGenerator<?> partition : partitions) {
      if (partition != asking && partition.isBehind(clock)) {
        lowest = Math.min(lowest, partition.watermark());
      }
    }
    return lowest;
  }
}
