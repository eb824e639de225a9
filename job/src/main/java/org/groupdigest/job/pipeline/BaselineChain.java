package org.groupdigest.job.pipeline;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.groupdigest.job.model.BaselineSnapshot;

/**
 * The finished windows of a group and size, newest last. State type: fields are only ever added,
 * new ones nullable.
 *
 * @param finished windows that have gone by, at most {@link #KEPT_WINDOWS}
 */
public record BaselineChain(List<Finished> finished) {

  /** How many windows of a group and size are remembered. */
  static final int KEPT_WINDOWS = 16;

  /** How long they are remembered without a new one; after that the store is asked. */
  static final Duration KEPT_FOR = Duration.ofDays(30);

  /** Nothing has gone by yet. */
  public static final BaselineChain EMPTY = new BaselineChain(List.of());

  /**
   * A window that has gone by.
   *
   * @param windowId which
   * @param endMillis end of the window, epoch milliseconds
   * @param snapshot its digest, or the one before it when it has none; null when there is none at
   *     all
   */
  public record Finished(String windowId, long endMillis, BaselineSnapshot snapshot) {}

  /** The window of that id, or null. */
  Finished find(String windowId) {
    return finished.stream().filter(f -> f.windowId().equals(windowId)).findFirst().orElse(null);
  }

  /** The chain with a window added or replaced. */
  BaselineChain with(Finished window) {
    List<Finished> all =
        Stream.concat(
                finished.stream().filter(f -> !f.windowId().equals(window.windowId())),
                Stream.of(window))
            .sorted(Comparator.comparingLong(Finished::endMillis))
            .toList();
    return new BaselineChain(
        List.copyOf(all.subList(Math.max(0, all.size() - KEPT_WINDOWS), all.size())));
  }
}
