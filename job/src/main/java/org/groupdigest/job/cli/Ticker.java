package org.groupdigest.job.cli;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Calls something once a second while work goes on. */
final class Ticker {

  /** Work that may fail. */
  @FunctionalInterface
  interface Work {
    void run() throws Exception;
  }

  private Ticker() {}

  static void during(Runnable tick, Work work) throws Exception {
    ScheduledExecutorService thread =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread daemon = new Thread(task, "ticker");
              daemon.setDaemon(true);
              return daemon;
            });
    var unused = thread.scheduleAtFixedRate(tick, 1, 1, TimeUnit.SECONDS);
    try {
      work.run();
    } finally {
      thread.shutdownNow();
    }
  }
}
