package org.groupdigest.job.persist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.groupdigest.job.persist.ErasureStores.GROUP;
import static org.groupdigest.job.persist.TestRedis.answer;
import static org.groupdigest.job.persist.TestRedis.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.groupdigest.connectors.redis.RedisReply;
import org.groupdigest.connectors.redis.RedisValues;
import org.groupdigest.job.llm.CallKey;
import org.groupdigest.job.model.DigestRecord;
import org.groupdigest.job.model.GroupKey;
import org.groupdigest.job.model.Json;
import org.groupdigest.job.model.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With what is erased or removed goes what is kept beside it, in Redis and in Postgres. */
class WindowLeftoversITCase {
  @TempDir private static Path folder;
  private static TestRedis server;
  private static RedisValues redis;
  private static ErasureStores stores;

  private final DigestRecord digest = SampleDigests.digest().build();
  private final DigestRecord neighbour = SampleDigests.digest().of("garden", "paths").build();

  @BeforeAll
  static void start() {
    server = new TestRedis(folder);
    redis = server.client();
    stores = new ErasureStores();
  }

  @AfterAll
  static void stop() {
    stores.close();
    redis.close();
    server.close();
  }

  @BeforeEach
  void write() throws Exception {
    stores.database.clear();
    answer(redis.evaluate("redis.call('FLUSHALL') return 1", new String[0]));
    for (DigestRecord each : List.of(digest, neighbour)) {
      stores.write(0, each, 1);
      keep(each);
    }
  }

  @Test
  void anErasureClearsTheCachesOfItsWindowsAndNoOthers() throws Exception {
    await(stores.eraser(1, redis).erase(ErasureStores.erasure("m2")));

    assertCleared(digest);
    assertKept(neighbour);
  }

  @Test
  void aRemovalClearsTheCachesOfItsWindowsAndNoOthers() throws Exception {
    await(stores.remover(1, redis).removeBefore(GROUP, ErasureStores.NOW, "retention"));

    assertThat(answer(redis.get(artifact(digest)))).isNull();
    assertThat(answer(redis.get(RedisKeys.embeddings(GROUP)))).isNull();
    assertThat(paidCallsOf(digest)).isEmpty();
    assertKept(neighbour);
  }

  @Test
  void anErasureOfWhatNoDigestHasLeavesTheCaches() throws Exception {
    assertThat(await(stores.eraser(1, redis).erase(ErasureStores.erasure("m99")))).isEmpty();

    assertKept(digest);
  }

  @Test
  void whileRedisIsAwayNothingCountsAsDoneAndRepeatingFinishesIt() throws Exception {
    server.stop();
    try {
      assertThatThrownBy(() -> await(stores.eraser(1, redis).erase(ErasureStores.erasure("m2"))))
          .hasRootCauseInstanceOf(StoreAwayException.class);
      assertThat(stores.find(digest).attempt()).isEqualTo(2);
      assertThat(paidCallsOf(digest)).hasSize(1);
    } finally {
      startAgain();
    }

    await(stores.eraser(2, redis).erase(ErasureStores.erasure("m2")));

    assertThat(stores.find(digest).attempt()).isEqualTo(2);
    assertCleared(digest);
    assertKept(neighbour);
  }

  @Test
  void whatOnlyTheWritingShowsToBeErasedIsClearedThen() throws Exception {
    DigestRecord next = SampleDigests.digest().day(1).build();
    await(stores.eraser(1, redis).erase(ErasureStores.erasure("m2")));
    keep(next);

    assertThat(rewrite(next)).isInstanceOf(PersistOutcome.Redacted.class);

    assertThat(answer(redis.get(artifact(next)))).isNull();
    assertThat(await(answers().find(call(next)))).isEmpty();
    assertThat(paidCallsOf(next)).isEmpty();
    assertKept(neighbour);
  }

  @Test
  void whatAReplayOfARemovedWindowLeavesIsCleared() throws Exception {
    await(stores.remover(1, redis).removeBefore(GROUP, ErasureStores.NOW, "retention"));
    keep(digest);

    assertThat(rewrite(digest)).isInstanceOf(PersistOutcome.Removed.class);

    assertThat(answer(redis.get(artifact(digest)))).isNull();
    assertThat(paidCallsOf(digest)).isEmpty();
    assertKept(neighbour);
  }

  /** Else every window in which somebody answers a deleted message would be paid for again. */
  @Test
  void anAnswerToAnErasedMessageKeepsWhatWasPaidFor() throws Exception {
    ObjectNode json = Json.mapper().valueToTree(digest);
    ((ObjectNode) json.at("/sources/0")).put("reply_to_message_id", "never there");
    DigestRecord answering = Json.read(json.toString(), DigestRecord.class);
    await(stores.eraser(1, redis).erase(ErasureStores.erasure("never there")));

    PersistOutcome outcome = rewrite(answering);

    assertThat(outcome).isInstanceOf(PersistOutcome.Redacted.class);
    assertKept(answering);
  }

  @Test
  void aDigestOfWhichNothingIsErasedKeepsWhatIsBesideIt() throws Exception {
    assertThat(rewrite(digest)).isInstanceOf(PersistOutcome.Unchanged.class);

    assertKept(digest);
  }

  @Test
  void aDigestDoesNotWaitForRedisAndLastingAnswersGoWithoutIt() throws Exception {
    await(stores.eraser(1, redis).erase(ErasureStores.erasure("m2")));
    keep(digest);
    server.stop();
    try {
      assertThat(rewrite(digest)).isInstanceOf(PersistOutcome.Redacted.class);
      assertThat(paidCallsOf(digest)).isEmpty();
    } finally {
      startAgain();
    }
  }

  private static void startAgain() {
    server.start();
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> await(redis.get("any")) instanceof RedisReply.Answered<String>);
  }

  private static PersistOutcome rewrite(DigestRecord each) {
    DigestWriter writer =
        new PostgresDigestWriter(
            stores.transactions, ErasureStores.RENDERER, ErasureStores.clock(2));
    return await(
        new ClearingDigestWriter(writer, stores.transactions, redis)
            .write(new DigestWrite(each, 1, List.of())));
  }

  private static void keep(DigestRecord each) {
    await(answers().save(call(each), SampleCalls.ANSWER));
    await(
        new PostgresPaidAnswers(stores.transactions, Clock.systemUTC())
            .save(call(each), SampleCalls.ANSWER));
    for (String key : keys(each)) {
      answer(redis.set(key, "text", Duration.ofHours(1)));
    }
  }

  private static void assertCleared(DigestRecord each) throws Exception {
    for (String key : keys(each)) {
      assertThat(answer(redis.get(key))).as(key).isNull();
    }
    assertThat(await(answers().find(call(each)))).isEmpty();
    assertThat(paidCallsOf(each)).isEmpty();
  }

  private static void assertKept(DigestRecord each) throws Exception {
    for (String key : keys(each)) {
      assertThat(answer(redis.get(key))).as(key).isEqualTo("text");
    }
    assertThat(await(answers().find(call(each)))).isPresent();
    assertThat(paidCallsOf(each)).hasSize(1);
  }

  private static List<String> keys(DigestRecord each) {
    GroupKey group = each.window().groupKey();
    return List.of(artifact(each), RedisKeys.embeddings(group), RedisKeys.baseline(group, 24));
  }

  private static String artifact(DigestRecord each) {
    return new ArtifactKey(
            each.window().groupKey(), each.window().windowId(), Stage.SYNTHESIS_AGENT)
        .redisKey();
  }

  private static List<String> paidCallsOf(DigestRecord each) throws Exception {
    return stores.database.column(
        "SELECT call_id FROM digest_paid_calls WHERE window_id = '"
            + each.window().windowId()
            + "'");
  }

  private static CallKey call(DigestRecord each) {
    return SampleCalls.key(
        each.window().tenantId(), each.window().groupId(), each.window().windowId());
  }

  private static RedisPaidAnswers answers() {
    return new RedisPaidAnswers(redis, Clock.systemUTC());
  }
}
