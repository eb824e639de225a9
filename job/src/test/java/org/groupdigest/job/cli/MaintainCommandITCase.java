package org.groupdigest.job.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.groupdigest.connectors.postgres.PostgresConfig;
import org.groupdigest.job.maintain.MaintenanceSession;
import org.groupdigest.job.persist.DigestDatabase;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MaintainCommandITCase {
  @AutoClose private static final DigestDatabase DATABASE = new DigestDatabase();

  @TempDir private Path home;

  @Test
  void withPostgresAloneItDoesWhatItCanAndSaysWhatItSkipped() throws IOException {
    Digest run = maintain(DigestDatabase.CARETAKER);

    assertThat(run.exitCode()).as(String.join("\n", run.err())).isZero();
    assertThat(run.out())
        .contains("reconcile  skipped  DIGEST_REDIS_URI is not set")
        .contains("archive    skipped  DIGEST_S3_BUCKET is not set")
        .contains("retention  done     nothing to do");
    assertThat(home.resolve("out/maintenance.prom")).isNotEmptyFile();
    assertThat(home.resolve("out/report.json")).isNotEmptyFile();
  }

  @Test
  void aSecondRunAtTheSameTimeSaysSoAndFails() throws IOException {
    PostgresConfig config =
        PostgresConfig.of(DATABASE.url(), DigestDatabase.CARETAKER, DigestDatabase.PASSWORD);
    try (MaintenanceSession first = MaintenanceSession.open(config)) {
      assertThat(first.lock()).isTrue();

      Digest second = maintain(DigestDatabase.CARETAKER);

      assertThat(second.exitCode()).isEqualTo(1);
      assertThat(second.err()).singleElement().asString().contains("another maintenance");
    }
    assertThat(maintain(DigestDatabase.CARETAKER).exitCode()).as("afterwards").isZero();
  }

  @Test
  void aLoginThatSeesNoTenantsFailsInsteadOfDoingNothing() throws IOException {
    Digest run = maintain(DigestDatabase.WRITER);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).singleElement().asString().contains("group_digest_maintenance");
  }

  @Test
  void withoutPostgresOrWithAnUnknownStepItIsTheUsersToPutRight() throws IOException {
    Path empty = Files.writeString(home.resolve("empty.properties"), "");

    assertThat(Digest.run("maintain", "--config", empty.toString()).exitCode()).isEqualTo(2);
    assertThat(Digest.run("maintain", "--step", "sweep").exitCode()).isEqualTo(2);
  }

  @Test
  void helpNamesStepsAndExitCodes() {
    Digest help = Digest.run("maintain", "--help");

    assertThat(help.exitCode()).isZero();
    assertThat(String.join("\n", help.out()))
        .contains("--dry-run", "--tenant", "RECONCILE", "Examples:", "Exit codes:");
  }

  @Test
  void onlyTheStepsThatAreAskedForAreRun() throws IOException {
    Digest run = maintain(DigestDatabase.CARETAKER, "--step", "integrity");

    assertThat(run.out())
        .contains("retention  skipped  not asked for")
        .contains("integrity  done     nothing to do");
  }

  private Digest maintain(String user, String... more) throws IOException {
    List<String> settings =
        List.of(
            "DIGEST_POSTGRES_URL=" + DATABASE.url(),
            "DIGEST_POSTGRES_USER=" + user,
            "DIGEST_POSTGRES_PASSWORD=" + DigestDatabase.PASSWORD);
    Path config = Files.write(home.resolve("digest.properties"), settings);
    String out = home.resolve("out").toString();
    List<String> all = new ArrayList<>(List.of("maintain", "--config", config.toString()));
    all.addAll(List.of("--out", out));
    all.addAll(List.of(more));
    return Digest.run(all.toArray(String[]::new));
  }
}
