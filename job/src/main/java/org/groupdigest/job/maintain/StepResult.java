package org.groupdigest.job.maintain;

import java.util.Map;

/**
 * What came of a step.
 *
 * @param step which step
 * @param outcome how it ended
 * @param tenants what it counted by tenant, in the order of the run
 */
public record StepResult(StepName step, StepOutcome outcome, Map<String, Tally> tenants) {

  /** Everything that the step counts, over all tenants. */
  Map<String, Long> totals() {
    Tally all = new Tally(more -> {});
    for (Count count : Count.of(step)) {
      all.add(count, tenants.values().stream().mapToLong(tally -> tally.get(count)).sum());
    }
    return all.of(step);
  }
}
