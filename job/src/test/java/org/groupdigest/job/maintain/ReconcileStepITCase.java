package org.groupdigest.job.maintain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.groupdigest.job.maintain.TestStores.CLOCK;
import static org.groupdigest.job.maintain.TestStores.NOW;
import static org.groupdigest.job.maintain.TestStores.artifact;
import static org.groupdigest.job.maintain.TestStores.key;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.groupdigest.connectors.redis.RedisConfig;
import org.groupdigest.connectors.redis.RedisValues;
import org.groupdigest.connectors.testing.FreePorts;
import org.groupdigest.job.model.DigestRecord;
import org.groupdigest.job.model.Stage;
import org.groupdigest.job.model.StageArtifact;
import org.groupdigest.job.persist.ArtifactKey;
import org.groupdigest.job.persist.ArtifactLookup;
import org.groupdigest.job.persist.RedisArtifacts;
import org.groupdigest.job.persist.RedisStageArtifactStore;
import org.groupdigest.job.persist.SampleDigests;
import org.groupdigest.job.persist.SchemaVersions;
import org.groupdigest.job.persist.StoredArtifact;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReconcileStepITCase {
  private static final SchemaVersions SCHEMAS = (stage, version) -> version.equals("1");
  private static final Instant AN_HOUR_AGO = NOW.minus(Duration.ofHours(1));
  private static final Instant LONG_AGO = NOW.minus(Duration.ofHours(5));
  private static final Stage TOPICS = Stage.TOPIC_AGENT;
  private static final Stage SYNTHESIS = Stage.SYNTHESIS_AGENT;

  @AutoClose private static final TestStores STORES = new TestStores();

  @BeforeEach
  void clear() {
    STORES.clear();
  }

  @Test
  void whatIsMissingInRedisIsThereAgainToTheLetterWithTheRestOfItsTime() {
    DigestRecord digest = STORES.write(SampleDigests.digest(), LONG_AGO, 3);

    Tally tally = reconcile("garden");

    assertThat(tally.get(Count.CHECKED)).isEqualTo(2);
    assertThat(tally.get(Count.REPAIRED)).isEqualTo(2);
    assertThat(find(key(digest, TOPICS)))
        .isEqualTo(
            new ArtifactLookup.Found(
                new StoredArtifact(artifact(digest, TOPICS), 3, "trace-1", LONG_AGO)));
    assertThat(minutesToLive(key(digest, TOPICS))).isBetween(19 * 60L - 1, 19 * 60L);
    assertThat(reconcile("garden").get(Count.REPAIRED)).as("again").isZero();
  }

  @Test
  void whatIsRightIsLeftAlone() {
    DigestRecord digest = STORES.write(SampleDigests.digest(), AN_HOUR_AGO, 1);
    save(digest, artifact(digest, TOPICS), 1, LONG_AGO);
    save(digest, artifact(digest, SYNTHESIS), 1, LONG_AGO);

    assertThat(reconcile("garden").get(Count.REPAIRED)).isZero();

    assertThat(((ArtifactLookup.Found) find(key(digest, TOPICS))).stored().storedAt())
        .isEqualTo(LONG_AGO);
  }

  @Test
  void anotherMakingOfTheSameAttemptIsReplacedByTheStoredOne() {
    DigestRecord digest = STORES.write(SampleDigests.digest(), AN_HOUR_AGO, 1);
    save(digest, artifact(digest, TOPICS).withPayload("{\"topics\":[]}"), 1, AN_HOUR_AGO);

    assertThat(reconcile("garden").get(Count.REPAIRED)).isEqualTo(2);

    assertThat(payload(key(digest, TOPICS))).isEqualTo(artifact(digest, TOPICS).payload());
  }

  @Test
  void anOlderAttemptIsReplacedAndANewerOneStays() {
    DigestRecord digest = STORES.write(SampleDigests.digest(), AN_HOUR_AGO, 5);
    StageArtifact newer = artifact(digest, SYNTHESIS).withPayload("{\"newer\":true}");
    save(digest, artifact(digest, TOPICS).withPayload("{\"older\":true}"), 4, AN_HOUR_AGO);
    save(digest, newer, 6, AN_HOUR_AGO);

    Tally tally = reconcile("garden");

    assertThat(tally.get(Count.REPAIRED)).isEqualTo(1);
    assertThat(tally.get(Count.NEWER_KEPT)).isEqualTo(1);
    assertThat(payload(key(digest, TOPICS))).isEqualTo(artifact(digest, TOPICS).payload());
    assertThat(payload(key(digest, SYNTHESIS))).isEqualTo(newer.payload());
  }

  @ParameterizedTest
  @ValueSource(strings = {"not ours", "{\"version\":1,\"attempt\":1,", "{\"version\":1}", ""})
  void aDamagedValueUnderTheKeyOfADigestIsRepaired(String damaged) {
    DigestRecord digest = STORES.write(SampleDigests.digest(), AN_HOUR_AGO, 1);
    put(key(digest, TOPICS).redisKey(), damaged);

    assertThat(reconcile("garden").get(Count.REPAIRED)).isEqualTo(2);

    assertThat(payload(key(digest, TOPICS))).isEqualTo(artifact(digest, TOPICS).payload());
  }

  @Test
  void aPayloadThatWasChangedUnderItsChecksumIsRepaired() {
    DigestRecord digest = STORES.write(SampleDigests.digest(), AN_HOUR_AGO, 1);
    reconcile("garden");
    String key = key(digest, TOPICS).redisKey();
    put(key, Replies.ofRedis(STORES.redis.get(key)).replace("1.50", "9.99"));

    assertThat(reconcile("garden").get(Count.REPAIRED)).isEqualTo(1);

    assertThat(payload(key(digest, TOPICS))).isEqualTo(artifact(digest, TOPICS).payload());
  }

  @Test
  void whatANewerVersionOfTheProductWroteIsCountedAndLeftAlone() {
    DigestRecord digest = STORES.write(SampleDigests.digest(), AN_HOUR_AGO, 1);
    reconcile("garden");
    String key = key(digest, TOPICS).redisKey();
    String newer =
        Replies.ofRedis(STORES.redis.get(key)).replace("\"version\":1,", "\"version\":2,");
    put(key, newer);

    Tally tally = reconcile("garden");

    assertThat(tally.get(Count.UNREADABLE)).isEqualTo(1);
    assertThat(tally.get(Count.REPAIRED)).isZero();
    assertThat(Replies.ofRedis(STORES.redis.get(key))).isEqualTo(newer);
  }

  @Test
  void anArtifactWhoseTimeIsOverIsNotPutBack() {
    STORES.write(SampleDigests.digest(), NOW.minus(Duration.ofHours(24)), 1);

    assertThat(reconcile("garden").get(Count.CHECKED)).isZero();
    assertThat(keys()).isZero();
  }

  @Test
  void aRowThatIsDamagedItselfIsCountedAndNotSpread() {
    DigestRecord digest = STORES.write(SampleDigests.digest(), AN_HOUR_AGO, 1);
    STORES.execute(
        "UPDATE group_digest_stage_artifacts SET payload = '{}' WHERE stage = 'topic_agent'");

    Tally tally = reconcile("garden");

    assertThat(tally.get(Count.DAMAGED)).isEqualTo(1);
    assertThat(tally.get(Count.REPAIRED)).isEqualTo(1);
    assertThat(find(key(digest, TOPICS))).isInstanceOf(ArtifactLookup.Missing.class);
  }

  @Test
  void artifactsWithoutADigestGoOnceNoDigestCanBeInTheMakingAnymore() {
    DigestRecord old = SampleDigests.digest().day(1).build();
    DigestRecord young = SampleDigests.digest().day(2).build();
    save(old, artifact(old, TOPICS), 1, NOW.minus(Duration.ofMinutes(61)));
    save(young, artifact(young, TOPICS), 1, NOW.minus(Duration.ofMinutes(59)));

    assertThat(reconcile("garden").get(Count.ORPHANS_REMOVED)).isEqualTo(1);

    assertThat(find(key(old, TOPICS))).isInstanceOf(ArtifactLookup.Missing.class);
    assertThat(find(key(young, TOPICS))).isInstanceOf(ArtifactLookup.Found.class);
  }

  @Test
  void aValueWithoutADigestThatCannotBeReadIsCountedAndLeftAlone() {
    String key = key(SampleDigests.digest().build(), TOPICS).redisKey();
    put(key, "somebody's");

    Tally tally = reconcile("garden");

    assertThat(tally.get(Count.UNREADABLE)).isEqualTo(1);
    assertThat(tally.get(Count.ORPHANS_REMOVED)).isZero();
    assertThat(Replies.ofRedis(STORES.redis.get(key))).isEqualTo("somebody's");
  }

  @Test
  void keysOfOtherKindsAreNotTouched() {
    List<String> others =
        List.of(
            "digest:garden:plots:embeddings",
            "digest:garden:plots:baseline:24",
            "digest:quota:garden:pro",
            "digest:garden:plots:w:some_later_stage",
            "digest:garden:plots:w:topic_agent:more",
            "digest:garden");
    others.forEach(key -> put(key, "kept"));

    Tally tally = reconcile("garden");

    assertThat(tally.of(StepName.RECONCILE)).allSatisfy((name, n) -> assertThat(n).isZero());
    assertThat(keys()).isEqualTo(others.size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "a*", "?", "[a-z]", "a:b", "%", "\\", "{x}", "quota", "g[^x]"})
  void aTenantsRunLeavesTheKeysOfAllOthersAlone(String hostile) {
    List<String> others = List.of("a", "ab", "x", "a:bc", "b", "garden", "a%3Ab", "gy");
    others.forEach(tenant -> saveOrphan(tenant, "plots"));
    saveOrphan(hostile, "*");

    assertThat(reconcile(hostile).get(Count.ORPHANS_REMOVED)).isEqualTo(1);

    assertThat(keys()).isEqualTo(others.size());
  }

  @Test
  void twoTenantsWithTheSameGroupsAreKeptApart() {
    DigestRecord mine = STORES.write(SampleDigests.digest().of("a", "b:c"), AN_HOUR_AGO, 1);
    DigestRecord theirs = STORES.write(SampleDigests.digest().of("a:b", "c"), AN_HOUR_AGO, 1);

    assertThat(reconcile("a").get(Count.REPAIRED)).isEqualTo(2);
    assertThat(find(key(theirs, TOPICS))).isInstanceOf(ArtifactLookup.Missing.class);

    assertThat(reconcile("a:b").get(Count.REPAIRED)).isEqualTo(2);
    assertThat(find(key(mine, TOPICS))).isInstanceOf(ArtifactLookup.Found.class);
    assertThat(find(key(theirs, TOPICS))).isInstanceOf(ArtifactLookup.Found.class);
  }

  @Test
  void aDryRunCountsAndChangesNothing() {
    STORES.write(SampleDigests.digest(), AN_HOUR_AGO, 1);
    saveOrphan("garden", "gone");

    Tally tally = step(true, STORES.redis, "garden");

    assertThat(tally.get(Count.REPAIRED)).isEqualTo(2);
    assertThat(tally.get(Count.ORPHANS_REMOVED)).isEqualTo(1);
    assertThat(keys()).isEqualTo(1);
  }

  @Test
  void manyDigestsAreRepairedPageByPage() {
    for (int day = 0; day < 130; day++) {
      STORES.write(SampleDigests.digest().day(day), AN_HOUR_AGO, 1);
    }

    Tally tally = reconcile("garden");

    assertThat(tally.get(Count.CHECKED)).isEqualTo(260);
    assertThat(tally.get(Count.REPAIRED)).isEqualTo(260);
    assertThat(keys()).isEqualTo(260);
  }

  @Test
  void withoutRedisTheStepFailsWithItsCode() {
    STORES.write(SampleDigests.digest(), AN_HOUR_AGO, 1);
    String nowhere = "redis://127.0.0.1:" + FreePorts.any();
    try (RedisValues away = RedisValues.open(RedisConfig.of(nowhere))) {
      assertThatThrownBy(() -> step(false, away, "garden"))
          .isInstanceOfSatisfying(
              StepFailure.class, e -> assertThat(e.code()).isEqualTo("redis_unreachable"));
    }
  }

  private static Tally reconcile(String tenant) {
    return step(false, STORES.redis, tenant);
  }

  private static Tally step(boolean dryRun, RedisValues redis, String tenant) {
    Tally tally = new Tally(more -> {});
    new ReconcileStep(
            new RecentArtifacts(STORES.postgres),
            new RedisArtifacts(redis, SCHEMAS),
            Duration.ofHours(1),
            CLOCK,
            dryRun)
        .run(tenant, tally);
    return tally;
  }

  private static void saveOrphan(String tenant, String group) {
    DigestRecord digest = SampleDigests.digest().of(tenant, group).build();
    save(digest, artifact(digest, TOPICS), 1, LONG_AGO);
  }

  private static void save(DigestRecord digest, StageArtifact artifact, int attempt, Instant at) {
    ArtifactKey key = key(digest, artifact.stage());
    Replies.await("redis", store(at).save(key, artifact, attempt, digest.traceId()));
  }

  private static RedisStageArtifactStore store(Instant at) {
    return new RedisStageArtifactStore(STORES.redis, SCHEMAS, Clock.fixed(at, ZoneOffset.UTC));
  }

  private static ArtifactLookup find(ArtifactKey key) {
    return Replies.await("redis", store(NOW).find(key));
  }

  private static String payload(ArtifactKey key) {
    return ((ArtifactLookup.Found) find(key)).stored().artifact().payload();
  }

  private static void put(String key, String value) {
    Replies.ofRedis(STORES.redis.set(key, value, Duration.ofHours(1)));
  }

  private static long minutesToLive(ArtifactKey key) {
    String[] keys = {key.redisKey()};
    return Replies.ofRedis(STORES.redis.evaluate("return redis.call('TTL', KEYS[1]) / 60", keys));
  }

  private static long keys() {
    return Replies.ofRedis(STORES.redis.evaluate("return redis.call('DBSIZE')", new String[] {}));
  }
}
