package org.groupdigest.job.maintain;

/** How a step ended. */
public sealed interface StepOutcome {
  /** It was done for all tenants. */
  record Done() implements StepOutcome {}

  /**
   * It was not begun.
   *
   * @param reason why, in words
   */
  record Skipped(String reason) implements StepOutcome {}

  /**
   * It was not done for all tenants; the next run does the rest.
   *
   * @param code stable name of the first failure
   */
  record Failed(String code) implements StepOutcome {}
}
