package org.groupdigest.job.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.groupdigest.connectors.shared.StoreException;
import org.groupdigest.job.config.InvalidSettingsException;
import org.groupdigest.job.maintain.Maintenance;
import org.groupdigest.job.maintain.MaintenanceReport;
import org.groupdigest.job.maintain.MaintenanceRun;
import org.groupdigest.job.maintain.MaintenanceSession;
import org.groupdigest.job.maintain.MaintenanceSettings;
import org.groupdigest.job.maintain.ReportFolder;
import org.groupdigest.job.maintain.StepFailure;
import org.groupdigest.job.maintain.StepName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code digest maintain}: what is to be done once a night, beside the running job. */
@Command(
    name = "maintain",
    description =
        "Brings Redis to what Postgres says, archives old artifacts in S3, removes what is too old,"
            + " and counts whether references resolve. Safe at any time and any number of times;"
            + " a second run at the same time fails at once.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  digest maintain --config /etc/group-digest/digest.properties",
      "  digest maintain --dry-run",
      "  digest maintain --step reconcile --step integrity --tenant acme",
    })
final class MaintainCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = ".digest/maintenance",
      description =
          "Folder for report.json, report.txt and maintenance.prom. Default: ${DEFAULT-VALUE}.")
  private Path out;

  @Option(
      names = "--dry-run",
      description = "Change nothing, and count what would be changed; writes no maintenance.prom.")
  private boolean dryRun;

  @Option(
      names = "--tenant",
      paramLabel = "ID",
      description = "Only this tenant; may be repeated. Default: all.")
  private List<String> tenants = List.of();

  @Option(
      names = "--step",
      paramLabel = "NAME",
      description =
          "Only this step: ${COMPLETION-CANDIDATES}; may be repeated. Default: all, in this order.")
  private Set<StepName> steps = EnumSet.allOf(StepName.class);

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Settings, as in flink-conf/dev/digest.properties. Default: DIGEST_CONFIG.")
  private Path config;

  private final Clock clock;

  /**
   * @param clock tells what is old
   */
  MaintainCommand(Clock clock) {
    this.clock = clock;
  }

  /** Exit code: 0 when every step was done or skipped, 1 when one failed. */
  @Override
  public Integer call() throws IOException {
    MaintenanceSettings settings = settings();
    try (MaintenanceSession session = MaintenanceSession.open(settings.postgres())) {
      if (!session.lock()) {
        throw CommandFailure.failed("another maintenance is running", "wait for its end");
      }
      return report(new MaintenanceRun(settings, clock).run(request(session), this::bar));
    } catch (StepFailure e) {
      throw unusable(e);
    } catch (StoreException e) {
      throw CommandFailure.failed(e.getMessage(), "check DIGEST_S3_*_KEY_FILE");
    }
  }

  private MaintenanceSettings settings() {
    try {
      return MaintenanceSettings.read(CommandSettings.variables(config));
    } catch (InvalidSettingsException e) {
      throw CommandFailure.usage(e.getMessage(), "put the variables or options right");
    }
  }

  private MaintenanceRun.Request request(MaintenanceSession session) {
    List<String> all = session.tenants();
    return new MaintenanceRun.Request(
        steps, tenants.isEmpty() ? all : tenants.stream().distinct().toList(), dryRun);
  }

  private int report(MaintenanceReport report) throws IOException {
    PrintWriter printed = spec.commandLine().getOut();
    printed.print(new ReportFolder(out).write(report));
    printed.flush();
    return report.succeeded() ? 0 : 1;
  }

  private Maintenance.Progress bar(StepName step) {
    ProgressBar bar = ProgressBar.onTerminal(spec.commandLine().getErr(), step.wireName(), 0);
    return new Maintenance.Progress() {
      @Override
      public void advance(long more) {
        bar.advance(more);
      }

      @Override
      public void close() {
        bar.close();
      }
    };
  }

  private static CommandFailure unusable(StepFailure failure) {
    return failure.code().equals("not_maintenance")
        ? CommandFailure.failed(
            "DIGEST_POSTGRES_USER may not see who is a tenant",
            "grant it the role group_digest_maintenance")
        : CommandFailure.failed(
            "Postgres refused with " + failure.code(), "check DIGEST_POSTGRES_*");
  }
}
