package org.groupdigest.localstack;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A server process that ends when it is stopped, and when this process ends in any way, {@code kill
 * -9} included. A small shell stands between the two and holds a pipe to this process (see {@code
 * guard.sh}).
 */
final class GuardedProcess {

  /** How long a server may take to stop by itself before it is killed. */
  static final Duration GRACE = Duration.ofSeconds(10);

  private static final Duration AFTER_GRACE = Duration.ofSeconds(5);

  private final Process guard;

  private GuardedProcess(Process guard) {
    this.guard = guard;
  }

  /**
   * Starts the command.
   *
   * @param pidFile where the server's process id stands while it runs
   * @param log to which its output is appended
   */
  static GuardedProcess start(List<String> command, Path pidFile, Path log) {
    List<String> arguments = new ArrayList<>();
    arguments.add(Long.toString(GRACE.toSeconds()));
    arguments.add(pidFile.toString());
    arguments.addAll(command);
    return new GuardedProcess(Scripts.start("guard.sh", arguments, log));
  }

  /** Whether the server runs. */
  boolean isAlive() {
    return guard.isAlive();
  }

  /**
   * Asks the server to stop, waits for it, and kills it when it does not; a second call does
   * nothing.
   */
  void stop() {
    closePipe();
    if (!hasEnded(GRACE.plus(AFTER_GRACE))) {
      guard.descendants().forEach(ProcessHandle::destroyForcibly);
      guard.destroyForcibly();
    }
  }

  private void closePipe() {
    try {
      guard.getOutputStream().close();
    } catch (IOException ignored) {
      // The guard is gone already, and with it the pipe.
    }
  }

  /**
   * Waits also when the thread is interrupted: killing the guard while it is just starting the
   * server would leave a server that nobody knows.
   */
  private boolean hasEnded(Duration limit) {
    long deadline = System.nanoTime() + limit.toNanos();
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return guard.waitFor(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
