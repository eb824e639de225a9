package org.groupdigest.job.maintain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.groupdigest.job.maintain.TestStores.CLOCK;
import static org.groupdigest.job.maintain.TestStores.NOW;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.groupdigest.connectors.s3.S3Object;
import org.groupdigest.job.config.StoreSettings.Retention;
import org.groupdigest.job.model.DigestRecord;
import org.groupdigest.job.model.events.EventEnvelope;
import org.groupdigest.job.persist.PostgresDigestRemover;
import org.groupdigest.job.persist.PostgresPaidAnswers;
import org.groupdigest.job.persist.SampleDigests;
import org.groupdigest.job.stores.ObjectKeys;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RetentionStepITCase {
  private static final Retention TEN_DAYS = new Retention(10, 7, 30);
  private static final Retention FOR_EVER = new Retention(0, 7, 30);

  @AutoClose private static final TestStores STORES = new TestStores();

  private final List<String> announced = new ArrayList<>();
  private final InMemoryArchive archive = new InMemoryArchive();
  private final RemovalAnnouncer announcer =
      events -> events.stream().map(EventEnvelope::toJson).forEach(announced::add);

  @BeforeEach
  void clear() {
    STORES.clear();
  }

  @Test
  void oldDigestsGoAndAreAnnouncedOnceHoweverOftenItRuns() {
    DigestRecord old = STORES.write(SampleDigests.digest().day(1), NOW, 1);
    DigestRecord young = STORES.write(SampleDigests.digest().day(10), NOW, 1);

    Tally first = run(announcer);
    Map<String, List<String>> after = STORES.dump();
    Tally second = run(announcer);

    assertThat(first.get(Count.DIGESTS_REMOVED)).isEqualTo(1);
    assertThat(first.get(Count.REMOVALS_ANNOUNCED)).isEqualTo(1);
    assertThat(announced).singleElement().asString().contains(old.digestId(), "digest.removed");
    assertThat(STORES.column("SELECT digest_id FROM group_digests"))
        .containsExactly(young.digestId());
    assertThat(second.of(StepName.RETENTION).values()).containsOnly(0L);
    assertThat(STORES.dump()).isEqualTo(after);
  }

  @Test
  void aRemovalThatCouldNotBeAnnouncedIsAnnouncedByTheNextRun() {
    DigestRecord old = STORES.write(SampleDigests.digest(), NOW, 1);
    RemovalAnnouncer away =
        events -> {
          throw new StepFailure("kafka_timeout");
        };

    assertThatThrownBy(() -> run(away)).isInstanceOf(StepFailure.class);
    assertThat(STORES.count("group_digests")).isZero();
    assertThat(run(announcer).get(Count.REMOVALS_ANNOUNCED)).isEqualTo(1);

    assertThat(announced).singleElement().asString().contains(old.digestId());
  }

  @Test
  void withoutKafkaRemovalsStayToBeAnnounced() {
    STORES.write(SampleDigests.digest(), NOW, 1);

    assertThat(run(null).get(Count.REMOVALS_PENDING)).isEqualTo(1);
    assertThat(run(null).get(Count.REMOVALS_PENDING)).isEqualTo(1);

    assertThat(run(announcer).get(Count.REMOVALS_ANNOUNCED)).isEqualTo(1);
  }

  @Test
  void withADigestGoesItsArchive() {
    DigestRecord old = STORES.write(SampleDigests.digest(), NOW, 1);
    String key = ObjectKeys.artifacts(old.window().groupKey(), old.digestId());
    archive.keep(S3Object.of(key, "{}".getBytes(StandardCharsets.UTF_8), "application/json"));

    run(announcer);

    assertThat(archive.objects).isEmpty();
  }

  @Test
  void digestsThatAreKeptForEverStay() {
    STORES.write(SampleDigests.digest(), NOW, 1);

    Tally tally = new Tally(more -> {});
    step(announcer, FOR_EVER, false).run("garden", tally);

    assertThat(tally.get(Count.DIGESTS_REMOVED)).isZero();
    assertThat(STORES.count("group_digests")).isEqualTo(1);
  }

  @Test
  void anotherTenantsDigestsStay() {
    STORES.write(SampleDigests.digest(), NOW, 1);
    STORES.write(SampleDigests.digest().of("%", "plots"), NOW, 1);

    assertThat(run(announcer).get(Count.DIGESTS_REMOVED)).isEqualTo(1);

    assertThat(STORES.column("SELECT tenant_id FROM group_digests")).containsExactly("%");
  }

  @Test
  void aDryRunCountsAndChangesNothing() {
    STORES.write(SampleDigests.digest(), NOW, 1);
    Map<String, List<String>> before = STORES.dump();

    Tally tally = new Tally(more -> {});
    step(announcer, TEN_DAYS, true).run("garden", tally);

    assertThat(tally.get(Count.DIGESTS_REMOVED)).isEqualTo(1);
    assertThat(STORES.dump()).isEqualTo(before);
    assertThat(announced).isEmpty();
  }

  private Tally run(RemovalAnnouncer to) {
    Tally tally = new Tally(more -> {});
    step(to, TEN_DAYS, false).run("garden", tally);
    return tally;
  }

  private RetentionStep step(RemovalAnnouncer to, Retention retention, boolean dryRun) {
    RetentionStep.Stores used =
        new RetentionStep.Stores(
            new Removals(STORES.postgres),
            new PostgresDigestRemover(STORES.asyncPostgres, STORES.redis, CLOCK),
            new PostgresPaidAnswers(STORES.asyncPostgres, CLOCK),
            archive,
            to);
    return new RetentionStep(used, retention, CLOCK, dryRun);
  }
}
