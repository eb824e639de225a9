package org.groupdigest.job.cli;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Calls something at a steady pace while work goes on. */
final class Ticker {

  /** Work that may fail. */
  @FunctionalInterface
  interface Work {
    void run() throws Exception;
  }

  private Ticker() {}

  /** Calls it once a second. */
  static void during(Runnable tick, Work work) throws Exception {
    during(Duration.ofSeconds(1), tick, work);
  }

  static void during(Duration pause, Runnable tick, Work work) throws Exception {
    ScheduledExecutorService thread =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread daemon = new Thread(task, "ticker");
              daemon.setDaemon(true);
              return daemon;
            });
    var unused =
        thread.scheduleAtFixedRate(tick, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    try {
      work.run();
    } finally {
      thread.shutdownNow();
    }
  }
}
