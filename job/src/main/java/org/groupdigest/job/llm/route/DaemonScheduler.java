package org.groupdigest.job.llm.route;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** One thread for all waits of a process; it does not keep the process alive. */
public final class DaemonScheduler implements Scheduler, AutoCloseable {

  private final ScheduledThreadPoolExecutor executor =
      new ScheduledThreadPoolExecutor(1, DaemonScheduler::daemon);
  private final Set<Waiting> waiting = ConcurrentHashMap.newKeySet();

  /** Starts the thread with the first wait. */
  public DaemonScheduler() {
    executor.setRemoveOnCancelPolicy(true);
  }

  /**
   * {@inheritDoc}
   *
   * @throws java.util.concurrent.RejectedExecutionException when it is closed
   */
  @Override
  public Task after(Duration delay, Runnable action) {
    Waiting wait = new Waiting(action);
    waiting.add(wait);
    try {
      Future<?> task = executor.schedule(wait, delay.toNanos(), TimeUnit.NANOSECONDS);
      return () -> {
        waiting.remove(wait);
        task.cancel(false);
      };
    } catch (RejectedExecutionException e) {
      waiting.remove(wait);
      throw e;
    }
  }

  /** Ends all waits at once, so that whoever waits goes on and finds everything closed. */
  @Override
  public void close() {
    executor.shutdownNow();
    List.copyOf(waiting).forEach(Runnable::run);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "llm-timer");
    thread.setDaemon(true);
    return thread;
  }

  /** An action that is run once, by its time or by the end of all. */
  private final class Waiting implements Runnable {

    private final Runnable action;

    private Waiting(Runnable action) {
      this.action = action;
    }

    @Override
    public void run() {
      if (waiting.remove(this)) {
        action.run();
      }
    }
  }
}
