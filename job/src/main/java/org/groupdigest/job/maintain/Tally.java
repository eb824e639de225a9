package org.groupdigest.job.maintain;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongConsumer;

/** What a step has counted for one tenant. */
public final class Tally {
  private final Map<Count, Long> counts = new EnumMap<>(Count.class);
  private final LongConsumer progress;

  /**
   * @param progress hears of everything that is counted
   */
  public Tally(LongConsumer progress) {
    this.progress = progress;
  }

  /** Counts some more. */
  public void add(Count count, long more) {
    counts.merge(count, more, Long::sum);
    progress.accept(more);
  }

  /** How many were counted. */
  public long get(Count count) {
    return counts.getOrDefault(count, 0L);
  }

  /** Everything that a step counts by its name, what did not occur included. */
  Map<String, Long> of(StepName step) {
    Map<String, Long> named = new LinkedHashMap<>();
    Count.of(step).forEach(count -> named.put(count.wireName(), get(count)));
    return named;
  }
}
