package org.groupdigest.job.sim;

import java.time.Duration;

/** Does things later, without a thread that sleeps. */
interface Delays extends AutoCloseable {

  /** Runs a task after a while; it must not block. */
  void after(Duration wait, Runnable task);

  /** Forgets what is still to be done. */
  @Override
  void close();
}
