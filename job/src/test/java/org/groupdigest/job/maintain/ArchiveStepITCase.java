package org.groupdigest.job.maintain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.groupdigest.job.maintain.TestStores.CLOCK;
import static org.groupdigest.job.maintain.TestStores.NOW;
import static org.groupdigest.job.maintain.TestStores.artifact;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.groupdigest.job.model.DigestRecord;
import org.groupdigest.job.model.Json;
import org.groupdigest.job.model.Stage;
import org.groupdigest.job.persist.SampleDigests;
import org.groupdigest.job.stores.ObjectKeys;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ArchiveStepITCase {
  private static final int DAYS = 7;
  private static final Instant OLD = NOW.minus(Duration.ofDays(8));
  private static final Instant YOUNG = NOW.minus(Duration.ofDays(6));
  private static final String ARTIFACTS = "group_digest_stage_artifacts";

  @AutoClose private static final TestStores STORES = new TestStores();

  private final InMemoryArchive archive = new InMemoryArchive();

  @BeforeEach
  void clear() {
    STORES.clear();
  }

  @Test
  void oldArtifactsAreInTheArchiveToTheLetterAndGoneFromPostgres() {
    DigestRecord old = STORES.write(SampleDigests.digest().day(1), OLD, 3);
    STORES.write(SampleDigests.digest().day(2), YOUNG, 1);

    Tally tally = run("garden");

    assertThat(tally.get(Count.DIGESTS_ARCHIVED)).isEqualTo(1);
    assertThat(tally.get(Count.ARTIFACTS_REMOVED)).isEqualTo(2);
    assertThat(STORES.count(ARTIFACTS)).as("those of the young digest").isEqualTo(2);
    JsonNode first = archived(old).path("artifacts").get(0);
    assertThat(archived(old).path("attempt").intValue()).isEqualTo(3);
    assertThat(first.path("stage").textValue()).isEqualTo("synthesis_agent");
    assertThat(first.path("payload").textValue())
        .isEqualTo(artifact(old, Stage.SYNTHESIS_AGENT).payload());
    assertThat(first.path("checksum").textValue())
        .isEqualTo(artifact(old, Stage.SYNTHESIS_AGENT).checksum());
  }

  @Test
  void aSecondRunHasNothingToDo() {
    STORES.write(SampleDigests.digest(), OLD, 1);
    run("garden");
    Map<String, List<String>> before = STORES.dump();

    assertThat(run("garden").of(StepName.ARCHIVE).values()).containsOnly(0L);
    assertThat(STORES.dump()).isEqualTo(before);
  }

  @Test
  void nothingIsRemovedWhenTheArchiveIsNotWhatWasStored() {
    STORES.write(SampleDigests.digest(), OLD, 1);
    Map<String, List<String>> before = STORES.dump();
    archive.lies = true;

    assertFails("s3_unverified");

    assertThat(STORES.dump()).isEqualTo(before);
  }

  @Test
  void breakingOffAfterTheArchiveIsWrittenLosesNothingAndTheNextRunEndsIt() {
    DigestRecord digest = STORES.write(SampleDigests.digest(), OLD, 1);
    Map<String, List<String>> before = STORES.dump();
    archive.whenKept =
        () -> {
          throw new StepFailure("s3_timeout");
        };

    assertFails("s3_timeout");
    assertThat(STORES.dump()).isEqualTo(before);
    archive.whenKept = () -> {};

    assertThat(run("garden").get(Count.ARTIFACTS_REMOVED)).isEqualTo(2);
    assertThat(archived(digest).path("artifacts")).hasSize(2);
  }

  @Test
  void whatTheJobWritesMeanwhileStays() throws Exception {
    STORES.write(SampleDigests.digest(), OLD, 1);
    List<CompletableFuture<DigestRecord>> writing = new ArrayList<>();
    archive.whenKept =
        () ->
            writing.add(
                CompletableFuture.supplyAsync(
                    () -> STORES.write(SampleDigests.digest().headline("Rain"), NOW, 2)));

    run("garden");
    writing.get(0).get(30, TimeUnit.SECONDS);

    assertThat(STORES.count(ARTIFACTS)).isEqualTo(2);
    assertThat(STORES.column("SELECT attempt FROM group_digests")).containsExactly("2");
  }

  @Test
  void anArchiveFromBeforeAnErasureIsRemoved() {
    DigestRecord digest = STORES.write(SampleDigests.digest(), OLD, 1);
    DigestRecord other = STORES.write(SampleDigests.digest().day(1), OLD, 1);
    run("garden");
    STORES.execute(
        "UPDATE group_digests SET erased_at = now(), attempt = 2 WHERE digest_id = ?",
        digest.digestId());

    assertThat(run("garden").get(Count.OUTDATED_REMOVED)).isEqualTo(1);

    assertThat(archive.objects).containsOnlyKeys(key(other));
  }

  @Test
  void aDamagedArtifactKeepsItsDigestInPostgres() {
    STORES.write(SampleDigests.digest(), OLD, 1);
    STORES.execute("UPDATE " + ARTIFACTS + " SET payload = '{}' WHERE stage = 'topic_agent'");

    Tally tally = run("garden");

    assertThat(tally.get(Count.DIGESTS_DAMAGED)).isEqualTo(1);
    assertThat(STORES.count(ARTIFACTS)).isEqualTo(2);
    assertThat(archive.objects).isEmpty();
  }

  @Test
  void aTenantsRunLeavesTheOthersAlone() {
    STORES.write(SampleDigests.digest().of("a%", "b:c"), OLD, 1);
    DigestRecord mine = STORES.write(SampleDigests.digest().of("%", "*"), OLD, 1);

    assertThat(run("%").get(Count.DIGESTS_ARCHIVED)).isEqualTo(1);

    assertThat(archive.objects).containsOnlyKeys(key(mine));
    assertThat(STORES.column("SELECT DISTINCT tenant_id FROM " + ARTIFACTS)).containsExactly("a%");
  }

  @Test
  void aDryRunCountsAndChangesNothing() {
    STORES.write(SampleDigests.digest(), OLD, 1);
    Map<String, List<String>> before = STORES.dump();

    Tally tally = new Tally(more -> {});
    step(true).run("garden", tally);

    assertThat(tally.get(Count.ARTIFACTS_REMOVED)).isEqualTo(2);
    assertThat(STORES.dump()).isEqualTo(before);
    assertThat(archive.objects).isEmpty();
  }

  private void assertFails(String code) {
    assertThatThrownBy(() -> run("garden"))
        .isInstanceOfSatisfying(StepFailure.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  private Tally run(String tenant) {
    Tally tally = new Tally(more -> {});
    step(false).run(tenant, tally);
    return tally;
  }

  private ArchiveStep step(boolean dryRun) {
    return new ArchiveStep(new OldArtifacts(STORES.postgres), archive, DAYS, CLOCK, dryRun);
  }

  private JsonNode archived(DigestRecord digest) {
    byte[] json = archive.objects.get(key(digest)).bytes();
    return Json.read(new String(json, StandardCharsets.UTF_8), JsonNode.class);
  }

  private static String key(DigestRecord digest) {
    return ObjectKeys.artifacts(digest.window().groupKey(), digest.digestId());
  }
}
