package org.groupdigest.job.maintain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.groupdigest.connectors.postgres.PostgresException;

/**
 * Runs steps, one after the other, each for one tenant after the other. A tenant that fails does
 * not keep the others waiting; {@value #FAILURES_IN_ROW} that fail in a row end the step, since
 * then it is the store.
 */
public final class Maintenance {
  private static final int FAILURES_IN_ROW = 3;

  private final List<MaintenanceStep> steps;
  private final Set<StepName> wanted;
  private final Function<StepName, Progress> progress;

  /** Shows somebody how far a step is. */
  public interface Progress extends AutoCloseable {
    /** Something more was counted. */
    void advance(long more);

    @Override
    void close();
  }

  /**
   * @param steps all steps in their order
   * @param wanted those to run
   * @param progress opens a display for a step
   */
  public Maintenance(
      List<MaintenanceStep> steps, Set<StepName> wanted, Function<StepName, Progress> progress) {
    this.steps = steps;
    this.wanted = wanted;
    this.progress = progress;
  }

  /** Runs all of it; what fails is in the results. */
  public List<StepResult> run(List<String> tenants) {
    return steps.stream().map(step -> run(step, tenants)).toList();
  }

  private StepResult run(MaintenanceStep step, List<String> tenants) {
    if (!wanted.contains(step.name())) {
      return skipped(step, "not asked for");
    }
    if (step.unavailable().isPresent()) {
      return skipped(step, step.unavailable().get());
    }
    try (Progress shown = progress.apply(step.name())) {
      return runForAll(step, tenants, shown::advance);
    }
  }

  private static StepResult skipped(MaintenanceStep step, String reason) {
    return new StepResult(step.name(), new StepOutcome.Skipped(reason), Map.of());
  }

  private static StepResult runForAll(
      MaintenanceStep step, List<String> tenants, LongConsumer counted) {
    Map<String, Tally> tallies = new LinkedHashMap<>();
    StepOutcome outcome = new StepOutcome.Done();
    int failed = 0;
    for (String tenant : tenants) {
      Tally tally = new Tally(counted);
      tallies.put(tenant, tally);
      StepOutcome one = run(step, tenant, tally);
      failed = one instanceof StepOutcome.Failed ? failed + 1 : 0;
      outcome = outcome instanceof StepOutcome.Failed ? outcome : one;
      if (failed == FAILURES_IN_ROW) {
        break;
      }
    }
    return new StepResult(step.name(), outcome, tallies);
  }

  private static StepOutcome run(MaintenanceStep step, String tenant, Tally tally) {
    try {
      step.run(tenant, tally);
      return new StepOutcome.Done();
    } catch (StepFailure e) {
      return new StepOutcome.Failed(e.code());
    } catch (PostgresException e) {
      return new StepOutcome.Failed("postgres_" + e.code());
    }
  }
}
