package org.groupdigest.job.files;

import java.util.concurrent.atomic.AtomicLong;

/** How many records a bounded run has read, for those who watch it in the same process. */
public final class ReadProgress {

  /** A run of this process; there is one at a time. */
  public static final ReadProgress OF_THIS_PROCESS = new ReadProgress();

  private final AtomicLong records = new AtomicLong();

  private ReadProgress() {}

  void read() {
    records.incrementAndGet();
  }

  /** Records since the last call of this. */
  public long takeRecords() {
    return records.getAndSet(0);
  }
}
