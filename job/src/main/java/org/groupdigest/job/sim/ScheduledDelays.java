package org.groupdigest.job.sim;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Delays by one thread's schedule. */
final class ScheduledDelays implements Delays {

  private final ScheduledExecutorService scheduler =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "simulated-latency");
            thread.setDaemon(true);
            return thread;
          });

  // The future says nothing that the task does not take care of itself.
  @SuppressWarnings("FutureReturnValueIgnored")
  @Override
  public void after(Duration wait, Runnable task) {
    scheduler.schedule(task, wait.toNanos(), TimeUnit.NANOSECONDS);
  }

  @Override
  public void close() {
    scheduler.shutdownNow();
  }
}
