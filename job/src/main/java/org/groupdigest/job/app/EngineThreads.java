package org.groupdigest.job.app;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Threads that the built-in engine computes on, so that no task thread waits for it. */
final class EngineThreads {

  private static final int THREADS = 2;

  private EngineThreads() {}

  static ExecutorService start() {
    return Executors.newFixedThreadPool(
        THREADS,
        work -> {
          Thread thread = new Thread(work, "built-in-engine");
          thread.setDaemon(true);
          return thread;
        });
  }
}
