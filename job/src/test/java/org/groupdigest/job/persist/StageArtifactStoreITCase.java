package org.groupdigest.job.persist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.groupdigest.connectors.redis.RedisConfig;
import org.groupdigest.connectors.redis.RedisReply;
import org.groupdigest.connectors.redis.RedisValues;
import org.groupdigest.connectors.testing.FreePorts;
import org.groupdigest.job.model.GroupKey;
import org.groupdigest.job.model.Stage;
import org.groupdigest.job.model.StageArtifact;
import org.groupdigest.job.persist.StageArtifactStore.Saved;
import org.groupdigest.testing.SettableClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import redis.embedded.RedisServer;

/** What both artifact stores promise, on each of them. */
class StageArtifactStoreITCase {
  private static final SchemaVersions ALL = (stage, version) -> true;
  private static final StageArtifact ARTIFACT = SampleDigests.artifact(Stage.TOPIC_AGENT);
  private static final ArtifactLookup ABSENT =
      new ArtifactLookup.Missing(ArtifactLookup.Reason.ABSENT);

  private static RedisServer server;
  private static RedisValues redis;

  @BeforeAll
  static void start() throws Exception {
    int port = FreePorts.any();
    server = RedisServer.newRedisServer().port(port).bind("127.0.0.1").build();
    server.start();
    redis =
        RedisValues.open(
            new RedisConfig("redis://127.0.0.1:" + port, Duration.ofSeconds(5), Duration.ZERO));
  }

  @AfterAll
  static void stop() throws Exception {
    redis.close();
    server.stop();
  }

  static Stream<StageArtifactStore> stores() {
    Clock clock = Clock.fixed(SampleDigests.MORNING, ZoneOffset.UTC);
    return Stream.of(
        new RedisStageArtifactStore(redis, ALL, clock), new InMemoryStageArtifactStore(ALL, clock));
  }

  @ParameterizedTest
  @MethodSource("stores")
  void whatWasStoredIsFoundWithItsMetadata(StageArtifactStore store) throws Exception {
    ArtifactKey key = key("found", Stage.TOPIC_AGENT);
    assertThat(await(store.find(key))).isEqualTo(ABSENT);
    assertThat(await(store.save(key, ARTIFACT, 1, "trace-1"))).isEqualTo(Saved.STORED);
    assertThat(await(store.find(key)))
        .isEqualTo(
            new ArtifactLookup.Found(
                new StoredArtifact(ARTIFACT, 1, "trace-1", SampleDigests.MORNING)));
    assertThat(await(store.find(key("found", Stage.ROLES_AGENT)))).isEqualTo(ABSENT);
    await(redis.delete(key.redisKey()));
  }

  @ParameterizedTest
  @MethodSource("stores")
  void aReplayOfAnOlderAttemptDoesNotMoveItBack(StageArtifactStore store) throws Exception {
    ArtifactKey key = key("older", Stage.TOPIC_AGENT);
    assertThat(await(store.save(key, ARTIFACT, 10, "new"))).isEqualTo(Saved.STORED);
    assertThat(await(store.save(key, ARTIFACT, 9, "old"))).isEqualTo(Saved.KEPT_NEWER);
    assertThat(((ArtifactLookup.Found) await(store.find(key))).stored().traceId()).isEqualTo("new");
    assertThat(await(store.save(key, ARTIFACT, 10, "again"))).isEqualTo(Saved.STORED);
    await(redis.delete(key.redisKey()));
  }

  @Test
  void redisKeepsItForADay() throws Exception {
    ArtifactKey key = key("ttl", Stage.TOPIC_AGENT);
    await(new RedisStageArtifactStore(redis, ALL, Clock.systemUTC()).save(key, ARTIFACT, 1, "t"));
    RedisReply<Long> ttl =
        await(redis.evaluate("return redis.call('TTL', KEYS[1])", new String[] {key.redisKey()}));
    assertThat(((RedisReply.Answered<Long>) ttl).value()).isBetween(86_300L, 86_400L);
  }

  @Test
  void aForeignValueUnderTheKeyIsIgnoredAndOverwritten() throws Exception {
    StageArtifactStore store = new RedisStageArtifactStore(redis, ALL, Clock.systemUTC());
    ArtifactKey key = key("foreign", Stage.TOPIC_AGENT);
    await(redis.set(key.redisKey(), "not ours", Duration.ofMinutes(1)));
    assertThat(await(store.find(key)))
        .isEqualTo(new ArtifactLookup.Missing(ArtifactLookup.Reason.UNREADABLE));
    assertThat(await(store.save(key, ARTIFACT, 1, "t"))).isEqualTo(Saved.STORED);
  }

  @Test
  void withoutRedisTheJobGoesOn() throws Exception {
    try (RedisValues nowhere =
        RedisValues.open(RedisConfig.of("redis://127.0.0.1:" + FreePorts.any()))) {
      StageArtifactStore store = new RedisStageArtifactStore(nowhere, ALL, Clock.systemUTC());
      ArtifactKey key = key("away", Stage.TOPIC_AGENT);
      assertThat(await(store.find(key))).isEqualTo(new ArtifactLookup.Unavailable("unreachable"));
      assertThat(await(store.save(key, ARTIFACT, 1, "t"))).isEqualTo(Saved.UNAVAILABLE);
    }
  }

  @Test
  void inMemoryItIsGoneAfterADay() throws Exception {
    SettableClock clock = new SettableClock(SampleDigests.MORNING);
    StageArtifactStore store = new InMemoryStageArtifactStore(ALL, clock);
    ArtifactKey key = key("aged", Stage.TOPIC_AGENT);
    await(store.save(key, ARTIFACT, 1, "t"));
    clock.advance(StageArtifactStore.TTL.minusMillis(1));
    assertThat(await(store.find(key))).isInstanceOf(ArtifactLookup.Found.class);
    clock.advance(Duration.ofMillis(1));
    assertThat(await(store.find(key))).isEqualTo(ABSENT);
  }

  private static ArtifactKey key(String window, Stage stage) {
    return new ArtifactKey(new GroupKey("a:b", "c"), window, stage);
  }

  private static <T> T await(CompletionStage<T> stage) throws Exception {
    return stage.toCompletableFuture().get(10, TimeUnit.SECONDS);
  }
}
