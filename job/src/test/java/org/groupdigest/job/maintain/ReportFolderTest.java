package org.groupdigest.job.maintain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.groupdigest.job.model.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFolderTest {
  private static final Instant START = Instant.parse("2026-03-20T02:00:00Z");
  private static final StageIntegrity TOPICS =
      new StageIntegrity("topic_agent", 0.9, 0.95, -0.05, 12, 7, 1);
  private static final StageIntegrity ROLES =
      new StageIntegrity("role_agent", 1.0, null, null, 3, 0, 0);

  @TempDir private Path home;

  @Test
  void peopleReadALineAStepAndALineAStage() throws IOException {
    assertThat(new ReportFolder(home).write(report(false)))
        .isEqualTo(
            """
            Maintenance of 2 tenants at 2026-03-20 02:00:00 UTC, 1.5 s

            reconcile  done     checked 1,200, repaired 3
            archive    skipped  DIGEST_S3_BUCKET is not set
            retention  failed   kafka_timeout; digests removed 2

            References that resolve   last 7 days  7 days before   change  artifacts
            topic_agent                    0.9000         0.9500  -0.0500  12 and 7
            role_agent                     1.0000              -        -  3 and 0
            """);
    assertThat(home.resolve("report.txt")).content().startsWith("Maintenance of 2 tenants");
  }

  @Test
  void aNodeExporterReadsStatusAndImprovementWithoutTenants() throws IOException {
    new ReportFolder(home).write(report(false));

    assertThat(Files.readAllLines(home.resolve("maintenance.prom")))
        .filteredOn(line -> !line.startsWith("#"))
        .containsExactly(
            "maintenance_status{step=\"reconcile\"} 1",
            "maintenance_status{step=\"archive\"} -1",
            "maintenance_status{step=\"retention\"} 0",
            "maintenance_finished_timestamp_seconds 1773972001",
            "boundary_integrity_improvement{stage=\"topic_agent\"} -0.05");
  }

  @Test
  void programsFindEveryCountOfEveryTenant() throws IOException {
    new ReportFolder(home).write(report(false));

    JsonNode json = Json.read(Files.readString(home.resolve("report.json")), JsonNode.class);
    assertThat(json.path("version").intValue()).isEqualTo(1);
    assertThat(json.path("succeeded").booleanValue()).isFalse();
    JsonNode reconcile = json.path("steps").path(0);
    assertThat(reconcile.path("counts").path("orphans_removed").isInt()).isTrue();
    assertThat(reconcile.path("tenants").path("acme").path("repaired").intValue()).isEqualTo(3);
  }

  @Test
  void aDryRunLeavesTheMetricsOfTheLastRunAndNoDrafts() throws IOException {
    new ReportFolder(home).write(report(true));

    try (Stream<Path> files = Files.list(home)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("report.json", "report.txt");
    }
  }

  private static MaintenanceReport report(boolean dryRun) {
    Tally acme = new Tally(more -> {});
    acme.add(Count.CHECKED, 1_000);
    acme.add(Count.REPAIRED, 3);
    Tally garden = new Tally(more -> {});
    garden.add(Count.CHECKED, 200);
    Tally removed = new Tally(more -> {});
    removed.add(Count.DIGESTS_REMOVED, 2);
    List<StepResult> steps =
        List.of(
            new StepResult(
                StepName.RECONCILE, new StepOutcome.Done(), Map.of("acme", acme, "garden", garden)),
            new StepResult(
                StepName.ARCHIVE, new StepOutcome.Skipped("DIGEST_S3_BUCKET is not set"), Map.of()),
            new StepResult(
                StepName.RETENTION,
                new StepOutcome.Failed("kafka_timeout"),
                Map.of("acme", removed)));
    return MaintenanceReport.of(
        new MaintenanceReport.Times(START, START.plusMillis(1_500)),
        dryRun,
        2,
        steps,
        List.of(TOPICS, ROLES));
  }
}
