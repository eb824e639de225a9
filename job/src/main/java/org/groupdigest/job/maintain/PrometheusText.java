package org.groupdigest.job.maintain;

/** A report in the text format that a node exporter collects from files. No tenants are named. */
final class PrometheusText {
  private static final int DONE = 1;
  private static final int FAILED = 0;
  private static final int SKIPPED = -1;

  private final StringBuilder text = new StringBuilder();

  private PrometheusText() {}

  static String of(MaintenanceReport report) {
    PrometheusText lines = new PrometheusText();
    lines.head("maintenance_status", "How a step ended last: 1 done, 0 failed, -1 skipped.");
    report
        .steps()
        .forEach(step -> lines.line("maintenance_status", "step", step.step(), status(step)));
    lines.head("maintenance_finished_timestamp_seconds", "When maintenance ended last, Unix time.");
    lines
        .text
        .append("maintenance_finished_timestamp_seconds ")
        .append(report.finishedAt().getEpochSecond())
        .append('\n');
    lines.head(
        "boundary_integrity_improvement",
        "Share of a stage's references that resolve, last 7 days less the 7 days before.");
    report.boundaryIntegrity().stream()
        .filter(stage -> stage.improvement() != null)
        .forEach(
            stage ->
                lines.line(
                    "boundary_integrity_improvement", "stage", stage.stage(), stage.improvement()));
    return lines.text.toString();
  }

  private static int status(MaintenanceReport.Step step) {
    return switch (step.status()) {
      case "done" -> DONE;
      case "skipped" -> SKIPPED;
      default -> FAILED;
    };
  }

  private void head(String metric, String help) {
    text.append("# HELP ").append(metric).append(' ').append(help).append('\n');
    text.append("# TYPE ").append(metric).append(" gauge\n");
  }

  private void line(String metric, String label, String labelValue, Number value) {
    text.append(metric)
        .append("{%s=\"%s\"} ".formatted(label, labelValue))
        .append(value)
        .append('\n');
  }
}
