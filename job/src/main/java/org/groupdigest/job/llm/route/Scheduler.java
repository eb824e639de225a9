package org.groupdigest.job.llm.route;

import java.time.Duration;

/** Runs something later; in tests, when the test says that it is later. */
public interface Scheduler {

  /**
   * Runs an action once.
   *
   * @param delay from now, not negative
   * @param action must not block
   * @return what takes the action back
   */
  Task after(Duration delay, Runnable action);

  /** Something that is to be run. */
  interface Task {

    /** Takes it back; nothing happens when it ran already. */
    void cancel();
  }
}
