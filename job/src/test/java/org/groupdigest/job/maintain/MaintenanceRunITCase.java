package org.groupdigest.job.maintain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.groupdigest.job.maintain.TestStores.CLOCK;
import static org.groupdigest.job.maintain.TestStores.NOW;
import static org.groupdigest.job.maintain.TestStores.artifact;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.groupdigest.connectors.s3.S3Listed;
import org.groupdigest.connectors.s3.S3Object;
import org.groupdigest.connectors.s3.S3Objects;
import org.groupdigest.job.model.DigestRecord;
import org.groupdigest.job.model.Json;
import org.groupdigest.job.model.Stage;
import org.groupdigest.job.model.events.EventEnvelope;
import org.groupdigest.job.model.events.Events;
import org.groupdigest.job.model.events.Payloads;
import org.groupdigest.job.persist.SampleDigests;
import org.groupdigest.job.stores.ObjectKeys;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A whole run on real servers: Postgres, Redis, S3 and Kafka. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class MaintenanceRunITCase {
  private static final List<String> HOSTILE = List.of("%", "*", "?", "[x]", "a:b");

  /** Where nobody listens, and no test of anybody's gets a port. */
  private static final String NOBODY = "127.0.0.1:1";

  /** Days of windows: the first is too old to be kept, the others are not. */
  private static final int TOO_OLD = 1;

  private static final int ARCHIVED = 12;
  private static final int RECENT = 17;

  private static final Instant HOURS_AGO = NOW.minus(Duration.ofHours(2));
  private static final Instant DAYS_AGO = NOW.minus(Duration.ofDays(4));

  @TempDir private static Path home;
  private static TestStores stores;
  private static MaintenanceServers servers;

  @BeforeAll
  static void start() throws IOException {
    stores = new TestStores();
    servers = new MaintenanceServers(home);
  }

  @AfterAll
  static void stop() throws IOException {
    servers.close();
    stores.close();
  }

  @BeforeEach
  void clear() {
    stores.clear();
  }

  @Test
  void everyStepOverEveryStoreKeepsHostileTenantsApartAndIsDoneOnce() {
    for (String tenant : HOSTILE) {
      write(tenant, RECENT, HOURS_AGO);
      write(tenant, ARCHIVED, DAYS_AGO);
      write(tenant, TOO_OLD, DAYS_AGO);
    }
    write("not asked for", TOO_OLD, DAYS_AGO);

    MaintenanceReport first = run(servers.settings(stores), HOSTILE);
    Map<String, List<String>> after = stores.dump();
    MaintenanceReport second = run(servers.settings(stores), HOSTILE);

    assertThat(first.succeeded()).as(ReportText.of(first)).isTrue();
    assertThat(first.steps().get(0).counts()).containsEntry("repaired", 10L);
    assertThat(first.steps().get(1).counts())
        .containsEntry("digests_archived", 10L)
        .containsEntry("artifacts_removed", 20L);
    assertThat(first.steps().get(2).counts())
        .containsEntry("digests_removed", 5L)
        .containsEntry("removals_announced", 5L);
    assertThat(stores.dump()).as("the second run changes nothing").isEqualTo(after);
    assertThat(second.steps().subList(1, 3))
        .allSatisfy(step -> assertThat(step.counts().values()).containsOnly(0L));
    assertThat(stores.column("SELECT DISTINCT tenant_id FROM digest_removals"))
        .containsExactlyInAnyOrderElementsOf(HOSTILE);
    HOSTILE.forEach(MaintenanceRunITCase::assertOnlyTheArchiveOfAKeptDigestIsThere);
    assertThat(HOSTILE).allSatisfy(t -> assertThat(announced(digest(t, TOO_OLD))).hasSize(1));
  }

  private static void assertOnlyTheArchiveOfAKeptDigestIsThere(String tenant) {
    DigestRecord archived = digest(tenant, ARCHIVED);
    String key = ObjectKeys.artifacts(archived.window().groupKey(), archived.digestId());
    try (S3Objects bucket = S3Objects.open(servers.bucket())) {
      assertThat(Replies.ofS3(bucket.list(ObjectKeys.tenant(tenant))))
          .extracting(S3Listed::key)
          .containsExactly(key);
      S3Object object = Replies.ofS3(bucket.get(key));
      JsonNode archive =
          Json.read(new String(object.bytes(), StandardCharsets.UTF_8), JsonNode.class);
      assertThat(archive.path("tenant_id").textValue()).isEqualTo(tenant);
      assertThat(archive.path("artifacts").get(0).path("payload").textValue())
          .isEqualTo(artifact(archived, Stage.SYNTHESIS_AGENT).payload());
    }
  }

  @Test
  void aRemovalIsAnnouncedUnderTheKeyOfItsGroupInTheFormOfItsEvent() {
    DigestRecord old = write("acme", TOO_OLD, DAYS_AGO);

    run(servers.settings(stores), List.of("acme"));

    assertThat(announced(old))
        .extracting(ConsumerRecord::key, ConsumerRecord::value)
        .containsExactly(tuple(old.window().groupKey().encoded(), removal(old).toJson()));
  }

  @Test
  void storesThatAreAwayCostTheirOwnStepsAloneAndNothingIsLost() {
    write("acme", RECENT, HOURS_AGO);
    write("acme", ARCHIVED, DAYS_AGO);
    Map<String, List<String>> before = stores.dump();
    Map<String, String> settings = servers.settings(stores);
    settings.put("DIGEST_S3_ENDPOINT", "http://" + NOBODY);
    settings.put("DIGEST_REDIS_URI", "redis://" + NOBODY);

    MaintenanceReport report = run(settings, List.of("acme"));

    assertThat(report.succeeded()).isFalse();
    assertThat(report.steps())
        .extracting(MaintenanceReport.Step::status, MaintenanceReport.Step::reason)
        .containsExactly(
            tuple("failed", "redis_unreachable"),
            tuple("failed", "s3_unreachable"),
            tuple("done", null),
            tuple("done", null));
    assertThat(stores.dump()).isEqualTo(before);
  }

  @Test
  void aWrongKeyOfS3RemovesNothing() throws IOException {
    write("acme", ARCHIVED, DAYS_AGO);
    Map<String, List<String>> before = stores.dump();
    Map<String, String> settings = servers.settings(stores);
    settings.put("DIGEST_S3_SECRET_KEY_FILE", servers.file("wrong", "not the key"));

    MaintenanceReport report = run(settings, List.of("acme"));

    assertThat(report.steps().get(1).status()).isEqualTo("failed");
    assertThat(report.steps().get(1).reason()).startsWith("s3_");
    assertThat(stores.dump()).isEqualTo(before);
  }

  @Test
  void withKafkaAwayAnAnnouncementFailsInsteadOfBeingTakenForDone() {
    try (KafkaAnnouncer announcer = new KafkaAnnouncer(NOBODY, Duration.ofSeconds(1))) {
      assertThatThrownBy(() -> announcer.announce(List.of(removal(digest("acme", TOO_OLD)))))
          .isInstanceOfSatisfying(
              StepFailure.class, e -> assertThat(e.code()).isEqualTo("kafka_timeout"));
    }
  }

  private static List<ConsumerRecord<String, String>> announced(DigestRecord digest) {
    return servers.announced().stream()
        .filter(record -> record.value().contains(digest.digestId()))
        .toList();
  }

  private static EventEnvelope removal(DigestRecord gone) {
    Payloads.Removed removed =
        new Payloads.Removed(gone.window().windowId(), gone.digestId(), "retention");
    return new Events("maintenance")
        .removed(gone.window().groupKey(), removed, gone.traceId(), NOW);
  }

  private static DigestRecord write(String tenant, int day, Instant storedAt) {
    return stores.write(digest(tenant, day), storedAt, 1);
  }

  private static DigestRecord digest(String tenant, int day) {
    return SampleDigests.digest().of(tenant, "*:?").day(day).build();
  }

  private static MaintenanceReport run(Map<String, String> settings, List<String> tenants) {
    MaintenanceRun.Request request =
        new MaintenanceRun.Request(EnumSet.allOf(StepName.class), tenants, false);
    return new MaintenanceRun(MaintenanceSettings.read(settings), CLOCK)
        .run(request, step -> new Unseen());
  }

  /** Shows nothing. */
  private static final class Unseen implements Maintenance.Progress {
    @Override
    public void advance(long more) {}

    @Override
    public void close() {}
  }
}
