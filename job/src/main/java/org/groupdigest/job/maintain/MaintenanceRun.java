package org.groupdigest.job.maintain;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** All steps over the stores of a deployment, once. */
public final class MaintenanceRun {
  private final MaintenanceSettings settings;
  private final Clock clock;

  /**
   * What is to be done.
   *
   * @param steps steps to run
   * @param tenants tenants to go through, in order
   * @param dryRun whether nothing is to be changed
   */
  public record Request(Set<StepName> steps, List<String> tenants, boolean dryRun) {}

  /**
   * @param settings where the stores are
   * @param clock tells what is old
   */
  public MaintenanceRun(MaintenanceSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /** Does it; what fails is in the report. */
  public MaintenanceReport run(Request request, Function<StepName, Maintenance.Progress> progress) {
    Instant startedAt = clock.instant();
    try (MaintenanceStores stores = MaintenanceStores.open(settings)) {
      IntegrityStep integrity = stores.integrity(clock);
      List<MaintenanceStep> steps =
          List.of(
              stores.reconcile(clock, request.dryRun()),
              stores.archive(clock, request.dryRun()),
              stores.retention(clock, request.dryRun()),
              integrity);
      List<StepResult> results =
          new Maintenance(steps, request.steps(), progress).run(request.tenants());
      return MaintenanceReport.of(
          new MaintenanceReport.Times(startedAt, clock.instant()),
          request.dryRun(),
          request.tenants().size(),
          results,
          integrity.trend());
    }
  }
}
