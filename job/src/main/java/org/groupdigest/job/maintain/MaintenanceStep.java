package org.groupdigest.job.maintain;

import java.util.Optional;

/**
 * One step. Repeating it is safe, also after it broke off anywhere, and so is the job beside it.
 */
public interface MaintenanceStep {
  /** Which step. */
  StepName name();

  /** Why it cannot be done in this deployment; empty if it can. */
  Optional<String> unavailable();

  /**
   * Does it for one tenant.
   *
   * @param tally what was done, also when it fails on the way
   * @throws StepFailure when a store did not do its part
   */
  void run(String tenantId, Tally tally);
}
