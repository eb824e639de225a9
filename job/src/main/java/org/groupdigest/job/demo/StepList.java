package org.groupdigest.job.demo;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import org.groupdigest.localstack.Progress;

/** Tells on standard error what is going on, a line for each step that is done. */
public final class StepList implements Progress {

  private final PrintWriter err;

  /**
   * @param err where the lines go
   */
  public StepList(PrintWriter err) {
    this.err = err;
  }

  @Override
  public synchronized void started(String step) {
    // A line is printed when the step is done; steps run beside each other.
  }

  @Override
  public synchronized void finished(String step, Duration took) {
    err.printf(Locale.ROOT, "  %-44s %6.1f s%n", step, took.toMillis() / 1000.0);
    err.flush();
  }

  /** A step that fails with a checked exception. */
  @FunctionalInterface
  public interface Step<T> {
    /** Does the step. */
    T run() throws Exception;
  }

  /** Runs a step and tells how long it took. */
  public <T> T step(String name, Step<T> step) throws Exception {
    long from = System.nanoTime();
    T result = step.run();
    finished(name, Duration.ofNanos(System.nanoTime() - from));
    return result;
  }
}
