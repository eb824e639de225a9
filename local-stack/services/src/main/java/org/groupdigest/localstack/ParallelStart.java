package org.groupdigest.localstack;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts services beside each other. The first failure is thrown at once; {@link #stop()} then
 * gives up the others.
 */
final class ParallelStart {

  private static final Logger LOG = LoggerFactory.getLogger(ParallelStart.class);
  private static final Duration GIVE_UP_LIMIT = Duration.ofSeconds(30);

  private final Progress progress;
  private final ExecutorService threads = Executors.newCachedThreadPool(ParallelStart::daemon);
  private final Map<Service, LocalService> running = new EnumMap<>(Service.class);
  private boolean stopped;

  ParallelStart(Progress progress) {
    this.progress = progress;
  }

  private static Thread daemon(Runnable start) {
    Thread thread = new Thread(start, "local-stack-start");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Starts the services and waits until all of them run.
   *
   * @throws LocalStackException of the first that failed, or {@link Problem#CLOSED_WHILE_STARTING}
   */
  void start(Set<Service> services, Function<Service, LocalService> starter) {
    ExecutorCompletionService<LocalService> starts = new ExecutorCompletionService<>(threads);
    try {
      services.forEach(service -> starts.submit(() -> startOne(service, starter)));
      for (int i = 0; i < services.size(); i++) {
        starts.take().get();
      }
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw closedMeanwhile(e);
    } catch (RejectedExecutionException e) {
      throw closedMeanwhile(e);
    }
  }

  private static LocalStackException closedMeanwhile(Exception cause) {
    return new LocalStackException(
        Problem.CLOSED_WHILE_STARTING,
        "the local stack was closed while it started",
        "start it again",
        cause);
  }

  private LocalService startOne(Service service, Function<Service, LocalService> starter) {
    progress.started(service.label());
    long begin = System.nanoTime();
    LocalService started = starter.apply(service);
    keep(started);
    progress.finished(service.label(), Duration.ofNanos(System.nanoTime() - begin));
    return started;
  }

  /** A service that comes up after the stop has nobody left to stop it. */
  private void keep(LocalService started) {
    synchronized (running) {
      if (!stopped) {
        running.put(started.service(), started);
        return;
      }
    }
    started.close();
    throw closedMeanwhile(null);
  }

  /** What runs now, in the order of {@link Service}. */
  Map<Service, LocalService> running() {
    synchronized (running) {
      Map<Service, LocalService> copy = new EnumMap<>(Service.class);
      copy.putAll(running);
      return copy;
    }
  }

  /**
   * Interrupts what is still starting, waits for it, and stops what runs, also when the caller has
   * been interrupted.
   */
  void stop() {
    boolean interrupted = Thread.interrupted();
    threads.shutdownNow();
    interrupted |= awaitStarts();
    synchronized (running) {
      stopped = true;
    }
    try {
      closeAll();
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void closeAll() {
    List<RuntimeException> failures = new ArrayList<>();
    for (LocalService service : running().values()) {
      try {
        service.close();
      } catch (RuntimeException e) {
        failures.add(e);
      }
    }
    if (!failures.isEmpty()) {
      throw failures.get(0);
    }
  }

  /** Whether the wait was interrupted. */
  private boolean awaitStarts() {
    try {
      if (!threads.awaitTermination(GIVE_UP_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("a server still starts; it will be stopped as soon as it runs");
      }
      return false;
    } catch (InterruptedException e) {
      return true;
    }
  }
}
