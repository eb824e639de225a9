package org.groupdigest.job.stores.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.groupdigest.connectors.redis.RedisValues;
import org.groupdigest.job.model.BaselineSnapshot;
import org.groupdigest.job.model.DigestRecord;
import org.groupdigest.job.model.GroupKey;
import org.groupdigest.job.model.Stage;
import org.groupdigest.job.persist.ArtifactKey;
import org.groupdigest.job.persist.ArtifactLookup;
import org.groupdigest.job.persist.BaselineStore;
import org.groupdigest.job.persist.FallbackBaselineStore;
import org.groupdigest.job.persist.RedisStageArtifactStore;
import org.groupdigest.job.persist.SampleDigests;
import org.groupdigest.job.persist.StageArtifactStore;
import org.groupdigest.job.persist.StoredArtifact;
import org.groupdigest.job.persist.TestRedis;
import org.groupdigest.job.stores.DigestChange;
import org.groupdigest.job.stores.WrittenChanges;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The cache in a real Redis, read by those who use it. */
class CacheStoreITCase {

  private static final GroupKey GROUP = new GroupKey("garden", "plots");
  private static final Instant NOW =
      SampleDigests.digest().day(2).window().end().plus(Duration.ofHours(1));
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final BaselineStore POSTGRES_AWAY =
      (group, hours, start) -> CompletableFuture.failedFuture(new IllegalStateException("away"));

  @TempDir Path folder;

  private TestRedis server;
  private RedisValues redis;
  private StageArtifactStore artifacts;

  @BeforeEach
  void start() {
    server = new TestRedis(folder);
    redis = server.client();
    artifacts = new RedisStageArtifactStore(redis, (stage, version) -> true, CLOCK);
  }

  @AfterEach
  void stop() {
    redis.close();
    server.close();
  }

  @Test
  void whatTheJobCouldNotWriteIsFoundByIt() throws Exception {
    DigestRecord digest = day(2).build();
    write(change(1, digest));
    StoredArtifact found = artifact(digest, Stage.TOPIC_AGENT);
    assertThat(found.artifact()).isEqualTo(SampleDigests.artifact(Stage.TOPIC_AGENT));
    assertThat(found.traceId()).isEqualTo("trace-1");
    assertThat(found.storedAt()).isEqualTo(digest.window().end());
  }

  @Test
  void anOlderAttemptIsNeverPutOverANewerOneWhoeverWroteIt() throws Exception {
    DigestRecord digest = day(2).build();
    write(change(2, digest));
    write(change(1, digest));
    assertThat(artifact(digest, Stage.TOPIC_AGENT).attempt()).isEqualTo(2);
    ArtifactKey key = key(digest, Stage.SYNTHESIS_AGENT);
    StoredArtifact made = artifact(digest, Stage.SYNTHESIS_AGENT);
    TestRedis.await(artifacts.save(key, made.artifact(), 3, "live"));
    write(change(2, digest));
    assertThat(artifact(digest, Stage.SYNTHESIS_AGENT).traceId()).isEqualTo("live");
  }

  @Test
  void thePointerGoesToTheNewestWindowInWhateverOrderTheyCome() throws Exception {
    write(change(1, day(1).topics("Seed swap").build()));
    write(change(1, day(0).build()), change(2, day(0).build()));
    assertThat(baseline(1)).contains(day(1).window().windowId());
    write(change(2, day(1).topics("Seed swap again").build()));
    assertThat(baselineTitle()).isEqualTo("Seed swap again");
  }

  @Test
  void aRemovedDigestLeavesNoKeyOfItsGroup() throws Exception {
    DigestRecord digest = day(2).build();
    DigestRecord elsewhere = SampleDigests.digest().of("garden", "plots:2").day(2).build();
    write(change(1, digest), change(1, elsewhere));
    long before = keys();
    write(
        new DigestChange(
            "garden", "plots", digest.digestId(), digest.window().windowId(), 0, null));
    assertThat(keys()).isEqualTo(before / 2);
    assertThat(artifact(elsewhere, Stage.TOPIC_AGENT)).isNotNull();
    assertThatThrownBy(() -> baseline(2)).hasStackTraceContaining("away");
  }

  @Test
  void aReplayLeavesTheValuesAsTheyAre() throws Exception {
    DigestChange change = change(1, day(2).build());
    write(change);
    String once = text(key(change.digest(), Stage.TOPIC_AGENT));
    write(change, change);
    assertThat(text(key(change.digest(), Stage.TOPIC_AGENT))).isEqualTo(once);
    assertThat(keys()).isEqualTo(3);
  }

  private static SampleDigests day(int number) {
    return SampleDigests.digest().day(number);
  }

  private void write(DigestChange... changes) throws Exception {
    WrittenChanges.to(CacheStore.sink(server.config(), CLOCK), changes);
  }

  private static DigestChange change(int attempt, DigestRecord digest) {
    return new DigestChange(
        digest.window().tenantId(),
        digest.window().groupId(),
        digest.digestId(),
        digest.window().windowId(),
        attempt,
        digest);
  }

  private StoredArtifact artifact(DigestRecord digest, Stage stage) {
    ArtifactLookup found = TestRedis.await(artifacts.find(key(digest, stage)));
    assertThat(found).isInstanceOf(ArtifactLookup.Found.class);
    return ((ArtifactLookup.Found) found).stored();
  }

  private static ArtifactKey key(DigestRecord digest, Stage stage) {
    return new ArtifactKey(digest.window().groupKey(), digest.window().windowId(), stage);
  }

  private String text(ArtifactKey key) {
    return TestRedis.answer(redis.get(key.redisKey()));
  }

  private long keys() {
    return TestRedis.answer(redis.evaluate("return redis.call('DBSIZE')", new String[0]));
  }

  private String baselineTitle() {
    return snapshot(1).orElseThrow().topics().get(0).title();
  }

  private Optional<String> baseline(int endOfDay) {
    return snapshot(endOfDay).map(BaselineSnapshot::windowId);
  }

  private Optional<BaselineSnapshot> snapshot(int endOfDay) {
    BaselineStore store = new FallbackBaselineStore(POSTGRES_AWAY, redis);
    return TestRedis.await(store.before(GROUP, 24, day(endOfDay).window().end()));
  }
}
