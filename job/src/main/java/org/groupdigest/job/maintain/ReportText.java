package org.groupdigest.job.maintain;

import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A report for people: a line a step, then a line a stage. No tenants are named. */
final class ReportText {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private ReportText() {}

  static String of(MaintenanceReport report) {
    StringBuilder text = new StringBuilder(head(report));
    report.steps().forEach(step -> text.append(step(step)));
    List<StageIntegrity> stages =
        report.boundaryIntegrity().stream()
            .filter(stage -> stage.artifactsNow() + stage.artifactsBefore() > 0)
            .toList();
    if (!stages.isEmpty()) {
      text.append("\nReferences that resolve   last 7 days  7 days before   change  artifacts\n");
      stages.forEach(stage -> text.append(stage(stage)));
    }
    return text.toString();
  }

  private static String head(MaintenanceReport report) {
    Duration took = Duration.between(report.startedAt(), report.finishedAt());
    return String.format(
        Locale.ROOT,
        "Maintenance of %,d %s at %s, %.1f s%s%n%n",
        report.tenants(),
        report.tenants() == 1 ? "tenant" : "tenants",
        TIME.format(report.startedAt()),
        took.toMillis() / 1_000.0,
        report.dryRun() ? "; a dry run, nothing was changed" : "");
  }

  private static String step(MaintenanceReport.Step step) {
    String detail =
        switch (step.status()) {
          case "skipped" -> step.reason();
          case "failed" -> step.reason() + "; " + counts(step.counts());
          default -> counts(step.counts());
        };
    return String.format(Locale.ROOT, "%-11s%-9s%s%n", step.step(), step.status(), detail);
  }

  /** What occurred. */
  private static String counts(Map<String, Long> counts) {
    String occurred =
        counts.entrySet().stream()
            .filter(count -> count.getValue() > 0)
            .map(
                count ->
                    String.format(
                        Locale.ROOT, "%s %,d", count.getKey().replace('_', ' '), count.getValue()))
            .collect(joining(", "));
    return occurred.isEmpty() ? "nothing to do" : occurred;
  }

  private static String stage(StageIntegrity stage) {
    return String.format(
        Locale.ROOT,
        "%-24s%13s%15s%9s  %,d and %,d%n",
        stage.stage(),
        share("%.4f", stage.now()),
        share("%.4f", stage.before()),
        share("%+.4f", stage.improvement()),
        stage.artifactsNow(),
        stage.artifactsBefore());
  }

  private static String share(String format, Double value) {
    return value == null ? "-" : String.format(Locale.ROOT, format, value);
  }
}
