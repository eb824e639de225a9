package org.groupdigest.job.cli;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;

/** The most memory of the heap that was in use at any of the looks, dead objects included. */
final class PeakHeap {

  private final MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
  private long peak;

  /** Looks at the heap. */
  synchronized void look() {
    peak = Math.max(peak, memory.getHeapMemoryUsage().getUsed());
  }

  /** Bytes. */
  synchronized long bytes() {
    return peak;
  }

  /** The most that the heap may have, in bytes. */
  long limit() {
    return memory.getHeapMemoryUsage().getMax();
  }
}
