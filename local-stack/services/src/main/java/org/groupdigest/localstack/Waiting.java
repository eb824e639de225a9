package org.groupdigest.localstack;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for a condition of another process, which can only be asked for again and again. */
final class Waiting {

  private static final long POLL_MILLIS = 50;

  private Waiting() {}

  /** How a wait ended. */
  enum Outcome {
    REACHED,
    GAVE_UP,
    TIMED_OUT
  }

  /**
   * Waits until {@code reached}.
   *
   * @param hopeless ends the wait early, for example when the process has died
   * @return how it ended; an interrupt gives up and keeps the thread's interrupt flag
   */
  static Outcome until(Duration limit, BooleanSupplier reached, BooleanSupplier hopeless) {
    long deadline = System.nanoTime() + limit.toNanos();
    while (!reached.getAsBoolean()) {
      if (hopeless.getAsBoolean() || !pause()) {
        return Outcome.GAVE_UP;
      }
      if (System.nanoTime() - deadline > 0) {
        return Outcome.TIMED_OUT;
      }
    }
    return Outcome.REACHED;
  }

  private static boolean pause() {
    try {
      Thread.sleep(POLL_MILLIS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
