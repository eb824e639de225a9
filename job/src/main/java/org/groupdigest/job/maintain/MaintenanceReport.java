package org.groupdigest.job.maintain;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a run has done; as JSON with these names in snake case. The form of a version only grows.
 *
 * @param version version of the form
 * @param startedAt when it began
 * @param finishedAt when it ended
 * @param dryRun whether nothing was changed, and counts say what would have been
 * @param succeeded whether no step failed
 * @param tenants how many tenants it went through
 * @param steps what came of each step
 * @param boundaryIntegrity references of each stage
 */
public record MaintenanceReport(
    int version,
    Instant startedAt,
    Instant finishedAt,
    boolean dryRun,
    boolean succeeded,
    int tenants,
    List<Step> steps,
    List<StageIntegrity> boundaryIntegrity) {

  private static final int VERSION = 1;

  /**
   * What came of a step.
   *
   * @param step name of the step
   * @param status {@code done}, {@code skipped} or {@code failed}
   * @param reason why it was skipped, in words, or the code of the failure; null when it was done
   * @param counts everything that the step counts
   * @param tenants the same for each tenant that it came to
   */
  public record Step(
      String step,
      String status,
      String reason,
      Map<String, Long> counts,
      Map<String, Map<String, Long>> tenants) {

    static Step of(StepResult result) {
      Map<String, Map<String, Long>> tenants = new LinkedHashMap<>();
      result.tenants().forEach((id, tally) -> tenants.put(id, tally.of(result.step())));
      return new Step(
          result.step().wireName(),
          status(result.outcome()),
          reason(result.outcome()),
          result.totals(),
          tenants);
    }

    private static String status(StepOutcome outcome) {
      return outcome.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    private static String reason(StepOutcome outcome) {
      if (outcome instanceof StepOutcome.Failed failed) {
        return failed.code();
      }
      return outcome instanceof StepOutcome.Skipped skipped ? skipped.reason() : null;
    }
  }

  /**
   * A report.
   *
   * @param times when it began and ended
   */
  static MaintenanceReport of(
      Times times,
      boolean dryRun,
      int tenants,
      List<StepResult> results,
      List<StageIntegrity> integrity) {
    boolean failed =
        results.stream().anyMatch(result -> result.outcome() instanceof StepOutcome.Failed);
    return new MaintenanceReport(
        VERSION,
        times.startedAt(),
        times.finishedAt(),
        dryRun,
        !failed,
        tenants,
        results.stream().map(Step::of).toList(),
        integrity);
  }

  /**
   * When a run began and ended.
   *
   * @param startedAt when it began
   * @param finishedAt when it ended
   */
  record Times(Instant startedAt, Instant finishedAt) {}
}
