package org.groupdigest.job.maintain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.groupdigest.job.maintain.Replies.await;
import static org.groupdigest.job.maintain.TestStores.CLOCK;
import static org.groupdigest.job.maintain.TestStores.NOW;
import static org.groupdigest.job.maintain.TestStores.artifact;
import static org.groupdigest.job.maintain.TestStores.key;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.groupdigest.job.model.DigestRecord;
import org.groupdigest.job.model.Erasure;
import org.groupdigest.job.model.Json;
import org.groupdigest.job.model.Stage;
import org.groupdigest.job.model.StageArtifact;
import org.groupdigest.job.persist.PostgresDigestEraser;
import org.groupdigest.job.persist.RedisArtifacts;
import org.groupdigest.job.persist.RedisStageArtifactStore;
import org.groupdigest.job.persist.SampleDigests;
import org.groupdigest.job.persist.SchemaVersions;
import org.groupdigest.job.render.DigestRenderer;
import org.groupdigest.job.render.LinkPattern;
import org.groupdigest.job.stores.ObjectKeys;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Maintenance while the job writes and erases the same digests. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class BesideTheJobITCase {
  private static final SchemaVersions SCHEMAS = (stage, version) -> true;
  private static final int DIGESTS = 4;
  private static final int ATTEMPTS = 25;
  private static final int ARTIFACT_DAYS = 7;

  private static final Instant RECENT = NOW.minus(Duration.ofHours(1));

  /** Old enough for an archive. */
  private static final Instant OLD = NOW.minus(Duration.ofDays(8));

  /** What the payload of every sample says. */
  private static final String SAID = "1.50";

  @AutoClose private static final TestStores STORES = new TestStores();

  private final InMemoryArchive archive = new InMemoryArchive();

  @BeforeEach
  void clear() {
    STORES.clear();
  }

  @Test
  void whatTheJobWritesIsThereAsIfThereHadBeenNoMaintenance() throws Exception {
    writeAll(RECENT);
    Map<String, List<String>> alone = STORES.dump();
    STORES.clear();

    int rounds = maintainUntil(CompletableFuture.runAsync(() -> writeAll(RECENT)));

    assertThat(STORES.dump()).as("after %d rounds beside it", rounds).isEqualTo(alone);
    assertThat(reconcile().get(Count.CHECKED)).isEqualTo(2 * DIGESTS);
    assertThat(reconcile().get(Count.REPAIRED)).as("Redis says what Postgres says").isZero();
  }

  @Test
  void everyArtifactIsInPostgresOrInTheArchiveOfItsAttempt() throws Exception {
    int rounds = maintainUntil(CompletableFuture.runAsync(() -> writeAll(OLD)));

    assertThat(archive.objects).as("after %d rounds beside it", rounds).isNotEmpty();
    for (DigestRecord digest : digests(ATTEMPTS)) {
      assertThat(checksums(digest))
          .isEqualTo(
              Map.of(
                  "synthesis_agent", artifact(digest, Stage.SYNTHESIS_AGENT).checksum(),
                  "topic_agent", artifact(digest, Stage.TOPIC_AGENT).checksum()));
    }
  }

  @Test
  void whatIsErasedDoesNotComeBackToRedisHoweverTheTwoMeet() throws Exception {
    for (int round = 0; round < 40; round++) {
      DigestRecord digest = STORES.write(SampleDigests.digest().day(round), RECENT, 1);

      maintainUntil(erase("trace-" + round));
      reconcile();

      assertThat(inRedis(digest, Stage.TOPIC_AGENT)).contains("erased").doesNotContain(SAID);
      assertThat(inRedis(digest, Stage.SYNTHESIS_AGENT)).contains("erased").doesNotContain(SAID);
      STORES.clear();
    }
  }

  @Test
  void anErasureWaitsForTheRepairThatHasBegun() throws Exception {
    DigestRecord digest = STORES.write(SampleDigests.digest(), RECENT, 1);
    List<CompletableFuture<?>> erasing = new ArrayList<>();

    new RecentArtifacts(STORES.postgres)
        .whileLocked(
            "garden",
            digest.digestId(),
            List.of("topic_agent"),
            (row, attempt) -> erasing.add(eraseAndSeeItWait()));

    erasing.get(0).get(1, TimeUnit.MINUTES);
    assertThat(STORES.column("SELECT attempt FROM group_digests")).containsExactly("2");
  }

  @Test
  void anErasureWaitsForTheArchiveThatHasBegunWhichThenGoes() throws Exception {
    STORES.write(SampleDigests.digest(), OLD, 1);
    List<CompletableFuture<?>> erasing = new ArrayList<>();
    archive.whenKept = () -> erasing.add(eraseAndSeeItWait());

    archiveAll();
    assertThat(archive.objects).hasSize(1);
    erasing.get(0).get(1, TimeUnit.MINUTES);
    archiveAll();

    assertThat(archive.objects).isEmpty();
  }

  private static CompletableFuture<?> eraseAndSeeItWait() {
    CompletableFuture<?> erasing = erase("trace-1");
    Awaitility.await().until(() -> waitingForALock() == 1);
    assertThat(erasing).isNotDone();
    return erasing;
  }

  private static long waitingForALock() {
    return Long.parseLong(
        STORES
            .column("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'")
            .get(0));
  }

  private static CompletableFuture<?> erase(String traceId) {
    PostgresDigestEraser eraser =
        new PostgresDigestEraser(
            STORES.asyncPostgres,
            STORES.redis,
            new DigestRenderer(LinkPattern.telegramOnly()),
            CLOCK);
    return eraser
        .erase(new Erasure("garden", "plots", List.of("m1"), null, traceId, NOW))
        .toCompletableFuture();
  }

  private static List<DigestRecord> digests(int attempt) {
    return IntStream.range(0, DIGESTS).mapToObj(day -> digest(day, attempt)).toList();
  }

  /** Each attempt says something else. */
  private static DigestRecord digest(int day, int attempt) {
    return SampleDigests.digest().day(day).headline("Attempt " + attempt).build();
  }

  /** As the job does it: artifacts to Redis when they are made, then the digest to Postgres. */
  private static void writeAll(Instant at) {
    RedisStageArtifactStore redis =
        new RedisStageArtifactStore(STORES.redis, SCHEMAS, Clock.fixed(at, ZoneOffset.UTC));
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      for (DigestRecord digest : digests(attempt)) {
        for (StageArtifact made : digest.artifacts()) {
          await("redis", redis.save(key(digest, made.stage()), made, 1, digest.traceId()));
        }
        STORES.write(digest, at, attempt);
      }
    }
  }

  /** Goes on until the job is done, at least once; gives how often. */
  private int maintainUntil(CompletableFuture<?> job) throws Exception {
    int rounds = 0;
    do {
      reconcile();
      archiveAll();
      rounds++;
    } while (!job.isDone());
    job.get(1, TimeUnit.MINUTES);
    return rounds;
  }

  private void archiveAll() {
    new ArchiveStep(new OldArtifacts(STORES.postgres), archive, ARTIFACT_DAYS, CLOCK, false)
        .run("garden", new Tally(more -> {}));
  }

  private static Tally reconcile() {
    Tally tally = new Tally(more -> {});
    new ReconcileStep(
            new RecentArtifacts(STORES.postgres),
            new RedisArtifacts(STORES.redis, SCHEMAS),
            Duration.ofHours(1),
            CLOCK,
            false)
        .run("garden", tally);
    return tally;
  }

  private static String inRedis(DigestRecord digest, Stage stage) {
    return Replies.ofRedis(STORES.redis.get(key(digest, stage).redisKey()));
  }

  /** Checksums by stage: what Postgres has, else what the archive of the last attempt has. */
  private Map<String, String> checksums(DigestRecord digest) {
    Map<String, String> checksums = new HashMap<>();
    JsonNode archived = archived(digest);
    if (archived.path("attempt").asInt() == ATTEMPTS) {
      archived
          .path("artifacts")
          .forEach(row -> checksums.put(row.path("stage").asText(), row.path("checksum").asText()));
    }
    STORES
        .column(
            "SELECT stage || ' ' || checksum FROM group_digest_stage_artifacts WHERE digest_id = '"
                + digest.digestId()
                + "'")
        .forEach(row -> checksums.put(row.split(" ")[0], row.split(" ")[1]));
    return checksums;
  }

  private JsonNode archived(DigestRecord digest) {
    String key = ObjectKeys.artifacts(digest.window().groupKey(), digest.digestId());
    byte[] json =
        archive.objects.containsKey(key) ? archive.objects.get(key).bytes() : new byte[] {'{', '}'};
    return Json.read(new String(json, StandardCharsets.UTF_8), JsonNode.class);
  }
}
