package org.groupdigest.job.persist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.groupdigest.job.persist.TestRedis.answer;
import static org.groupdigest.job.persist.TestRedis.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.groupdigest.connectors.postgres.AsyncTenantTransactions;
import org.groupdigest.connectors.postgres.PostgresConfig;
import org.groupdigest.connectors.redis.RedisConfig;
import org.groupdigest.connectors.redis.RedisValues;
import org.groupdigest.job.llm.CallKey;
import org.groupdigest.job.llm.PaidAnswer;
import org.groupdigest.job.llm.PaidAnswers;
import org.groupdigest.testing.SettableClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What all stores of paid answers promise, on each of them, and what one of them does. */
class PaidAnswersITCase {
  private static final CallKey KEY = SampleCalls.key("garden", "plots", "w-1");
  private static final PaidAnswer LATER = new PaidAnswer("later", false, "m", 1, 2);

  @TempDir private static Path folder;
  private static TestRedis server;
  private static RedisValues redis;
  private static DigestDatabase database;
  private static AsyncTenantTransactions transactions;

  private final SettableClock clock = new SettableClock(SampleDigests.MORNING);
  private final PaidAnswers memory = new InMemoryPaidAnswers(clock);

  enum Store {
    REDIS,
    POSTGRES,
    BOTH,
    MEMORY
  }

  @BeforeAll
  static void start() {
    server = new TestRedis(folder);
    redis = server.client();
    database = new DigestDatabase();
    transactions = database.writer();
  }

  @AfterAll
  static void stop() {
    redis.close();
    server.close();
    transactions.close();
    database.close();
  }

  @BeforeEach
  void clear() throws Exception {
    answer(redis.evaluate("redis.call('FLUSHALL') return 0", new String[] {}));
    database.clear();
  }

  private PaidAnswers open(Store store) {
    return switch (store) {
      case REDIS -> new StoredPaidAnswers(redis, null, clock);
      case POSTGRES -> new StoredPaidAnswers(null, transactions, clock);
      case BOTH -> new StoredPaidAnswers(redis, transactions, clock);
      case MEMORY -> memory;
    };
  }

  @ParameterizedTest
  @EnumSource
  void whatWasPaidForIsFoundByItsKeyAlone(Store store) {
    PaidAnswers answers = open(store);
    assertThat(await(answers.find(KEY))).isEmpty();
    assertThat(await(answers.save(KEY, SampleCalls.ANSWER))).isTrue();
    assertThat(await(open(store).find(KEY))).contains(SampleCalls.ANSWER);
    for (CallKey other : PaidAnswerCodecTest.otherKeys()) {
      assertThat(await(answers.find(other))).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void theFirstAnswerStays(Store store) {
    PaidAnswers answers = open(store);
    await(answers.save(KEY, SampleCalls.ANSWER));
    assertThat(await(answers.save(KEY, LATER))).isTrue();
    assertThat(await(answers.find(KEY))).contains(SampleCalls.ANSWER);
  }

  @ParameterizedTest
  @EnumSource
  void tenantsWithTheSameCallDoNotSeeEachOthersAnswer(Store store) {
    PaidAnswers answers = open(store);
    CallKey one = SampleCalls.key("a:b", "c", "w");
    CallKey other = SampleCalls.key("a", "b:c", "w");
    await(answers.save(one, SampleCalls.ANSWER));
    assertThat(await(answers.find(other))).isEmpty();
    await(answers.save(other, LATER));
    assertThat(await(answers.find(one))).contains(SampleCalls.ANSWER);
    assertThat(await(answers.find(other))).contains(LATER);
  }

  @ParameterizedTest
  @EnumSource
  void anAnswerWithCharactersThatNoStoreKeepsIsStillFound(Store store) {
    PaidAnswers answers = open(store);
    assertThat(await(answers.save(KEY, new PaidAnswer("a\uD83Db\0c", true, null, 0, 0)))).isTrue();
    assertThat(await(answers.find(KEY))).contains(new PaidAnswer("a\uFFFDbc", true, null, 0, 0));
  }

  @Test
  void bothStoresGetIt() {
    await(open(Store.BOTH).save(KEY, SampleCalls.ANSWER));
    assertThat(await(open(Store.REDIS).find(KEY))).contains(SampleCalls.ANSWER);
    Awaitility.await().until(() -> await(open(Store.POSTGRES).find(KEY)).isPresent());
  }

  @Test
  void whatRedisHasLostPostgresHas() {
    await(open(Store.POSTGRES).save(KEY, SampleCalls.ANSWER));
    assertThat(await(open(Store.BOTH).find(KEY))).contains(SampleCalls.ANSWER);
  }

  @Test
  void redisKeepsItForADay() {
    await(open(Store.REDIS).save(KEY, SampleCalls.ANSWER));
    String key = PaidAnswerCodec.redisKey(KEY);
    long ttl = answer(redis.evaluate("return redis.call('TTL', KEYS[1])", new String[] {key}));
    assertThat(ttl).isBetween(86_300L, 86_400L);
  }

  @Test
  void inMemoryItIsGoneAfterADay() {
    await(memory.save(KEY, SampleCalls.ANSWER));
    clock.advance(RedisPaidAnswers.TTL.minusMillis(1));
    assertThat(await(memory.find(KEY))).isPresent();
    clock.advance(Duration.ofMillis(1));
    assertThat(await(memory.find(KEY))).isEmpty();
    await(memory.save(KEY, LATER));
    assertThat(await(memory.find(KEY))).contains(LATER);
  }

  @Test
  void aForeignValueInRedisIsIgnoredAndOverwritten() {
    String key = PaidAnswerCodec.redisKey(KEY);
    for (String foreign : List.of("not ours", "{\"version\":2,\"answer\":{}}")) {
      await(redis.set(key, foreign, Duration.ofMinutes(1)));
      assertThat(await(open(Store.REDIS).find(KEY))).isEmpty();
    }
    assertThat(await(open(Store.REDIS).save(KEY, SampleCalls.ANSWER))).isTrue();
    assertThat(await(open(Store.REDIS).find(KEY))).contains(SampleCalls.ANSWER);
  }

  @Test
  void anAnswerCopiedToAnotherKeyIsNotTaken() throws Exception {
    CallKey other = SampleCalls.key("garden", "plots", "w-1", "another input");
    await(open(Store.REDIS).save(KEY, SampleCalls.ANSWER));
    String copied = answer(redis.get(PaidAnswerCodec.redisKey(KEY)));
    await(redis.set(PaidAnswerCodec.redisKey(other), copied, Duration.ofMinutes(1)));
    assertThat(await(open(Store.REDIS).find(other))).isEmpty();

    await(open(Store.POSTGRES).save(KEY, SampleCalls.ANSWER));
    database.execute("UPDATE digest_paid_calls SET call_id = '" + other.callId() + "'");
    assertThat(await(open(Store.POSTGRES).find(other))).isEmpty();
  }

  @Test
  void aRowThatWasChangedOrMovedToAnotherTenantIsNotTaken() throws Exception {
    PaidAnswers answers = open(Store.POSTGRES);
    await(answers.save(KEY, SampleCalls.ANSWER));
    database.execute("UPDATE digest_paid_calls SET tenant_id = 'harbour'");
    assertThat(await(answers.find(SampleCalls.key("harbour", "plots", "w-1")))).isEmpty();
    database.execute("UPDATE digest_paid_calls SET tenant_id = 'garden'");
    assertThat(await(answers.find(KEY))).isPresent();
    database.execute("UPDATE digest_paid_calls SET answer = answer || ' '");
    assertThat(await(answers.find(KEY))).isEmpty();
  }

  @Test
  void aRowTellsWhichCallItWas() throws Exception {
    await(open(Store.POSTGRES).save(KEY, SampleCalls.ANSWER));
    assertThat(
            database.column(
                "SELECT concat_ws(' ', tenant_id, group_id, window_id, stages, prompt_id,"
                    + " prompt_version, model_id, input_checksum, answer_model_id, prompt_tokens,"
                    + " answer_tokens, stored_at AT TIME ZONE 'UTC') FROM digest_paid_calls"))
        .containsExactly(
            "garden plots w-1 {topic_agent,synthesis_agent} digest/ru 3 lettuce"
                + " checksum-of-the-input lettuce-2:latest 1200 345 2026-03-02 00:00:00");
  }

  @Test
  void aTenantsOldAnswersCanBeRemoved() {
    PostgresPaidAnswers answers = new PostgresPaidAnswers(transactions, clock);
    CallKey stranger = SampleCalls.key("harbour", "plots", "w-1");
    CallKey young = SampleCalls.key("garden", "plots", "w-2");
    await(answers.save(KEY, SampleCalls.ANSWER));
    await(answers.save(stranger, SampleCalls.ANSWER));
    clock.advance(Duration.ofDays(1));
    await(answers.save(young, SampleCalls.ANSWER));
    assertThat(await(answers.removeBefore("garden", clock.instant()))).isOne();
    assertThat(await(answers.find(KEY))).isEmpty();
    assertThat(await(answers.find(young))).isPresent();
    assertThat(await(answers.find(stranger))).isPresent();
  }

  @Test
  void storesThatAreAwayHaveNothingKeepNothingAndFailNothing() {
    PostgresConfig nowhere =
        new PostgresConfig(
            "jdbc:postgresql://127.0.0.1:1/none",
            "job",
            "",
            1,
            10,
            Duration.ofMillis(250),
            Duration.ofSeconds(1));
    try (RedisValues gone = RedisValues.open(RedisConfig.of("redis://127.0.0.1:1"));
        AsyncTenantTransactions away = AsyncTenantTransactions.open(nowhere)) {
      PaidAnswers none = new StoredPaidAnswers(gone, away, Clock.systemUTC());
      assertThat(await(none.find(KEY))).isEmpty();
      assertThat(await(none.save(KEY, SampleCalls.ANSWER))).isFalse();
      PaidAnswers half = new StoredPaidAnswers(gone, transactions, Clock.systemUTC());
      assertThat(await(half.save(KEY, SampleCalls.ANSWER))).isTrue();
      assertThat(await(half.find(KEY))).contains(SampleCalls.ANSWER);
      PaidAnswers other = new StoredPaidAnswers(redis, away, Clock.systemUTC());
      assertThat(await(other.save(KEY, SampleCalls.ANSWER))).isTrue();
      assertThat(await(other.find(KEY))).contains(SampleCalls.ANSWER);
    }
  }
}
