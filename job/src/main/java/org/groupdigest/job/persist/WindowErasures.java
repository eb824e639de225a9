package org.groupdigest.job.persist;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.groupdigest.job.model.WindowContext;

/**
 * What of a window was erased after the window had been handed over: a replay brings it back with
 * all its messages.
 */
public interface WindowErasures {

  /** Knows of none. */
  static WindowErasures none() {
    return window -> CompletableFuture.completedFuture(Set.of());
  }

  /**
   * Ids of the window's messages that must not be read any more: those that were erased, those of
   * erased senders, and all of a window whose digest was removed.
   *
   * @return completes exceptionally when the store did not answer
   */
  CompletionStage<Set<String>> of(WindowContext window);
}
