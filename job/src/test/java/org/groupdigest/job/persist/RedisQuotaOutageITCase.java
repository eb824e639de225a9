package org.groupdigest.job.persist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.groupdigest.job.persist.TestRedis.answer;
import static org.groupdigest.job.persist.TestRedis.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.awaitility.Awaitility;
import org.groupdigest.connectors.redis.RedisReply;
import org.groupdigest.connectors.redis.RedisValues;
import org.groupdigest.job.llm.QuotaAccount;
import org.groupdigest.job.llm.QuotaLedger.Decision;
import org.groupdigest.testing.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is spent while Redis is away reaches it afterwards, all of it and once. */
class RedisQuotaOutageITCase {
  private static final QuotaAccount PRO = new QuotaAccount("garden", "pro", 5, 1_000);
  private static final QuotaAccount ALL = new QuotaAccount("garden", "all", 900, 900_000);

  @TempDir private Path folder;
  private TestRedis server;
  private RedisValues redis;
  private RedisValues observer;

  /** What becomes of a script on its way. */
  private enum Link {
    WORKS,
    LOSES_THE_QUESTION,
    LOSES_THE_ANSWER
  }

  private Link link = Link.WORKS;

  @BeforeEach
  void start() {
    server = new TestRedis(folder);
    redis = server.client();
    observer = server.client();
  }

  @AfterEach
  void stop() {
    redis.close();
    observer.close();
    server.close();
  }

  @Test
  void redisStopsAndComesBackAndKnowsWhatWasSpentMeanwhile() {
    RedisQuotaLedger ledger =
        new RedisQuotaLedger(redis, new CountingQuotaLedger(), Clock.systemUTC());
    assertThat(reserve(ledger, PRO, "before", 100)).isEqualTo(Decision.GRANTED);
    assertThat(reserve(ledger, PRO, "across", 200)).isEqualTo(Decision.GRANTED);
    await(ledger.settle(PRO, "before", 50));

    server.stop();
    assertThat(reserve(ledger, PRO, "settled", 100)).isEqualTo(Decision.GRANTED_LOCALLY);
    assertThat(reserve(ledger, PRO, "released", 100)).isEqualTo(Decision.GRANTED_LOCALLY);
    assertThat(reserve(ledger, PRO, "open", 100)).isEqualTo(Decision.GRANTED_LOCALLY);
    assertThat(reserve(ledger, PRO, "too much", 551)).isEqualTo(Decision.EXHAUSTED);
    assertThat(reserve(ledger, ALL, "elsewhere", 7)).isEqualTo(Decision.GRANTED_LOCALLY);
    await(ledger.settle(PRO, "settled", 30));
    await(ledger.release(PRO, "released"));
    await(ledger.settle(PRO, "across", 150));
    assertThat(await(ledger.catchUp())).isFalse();

    server.start();
    Awaitility.await().until(() -> await(ledger.catchUp()));
    Awaitility.await().until(() -> await(observer.get("k")) instanceof RedisReply.Answered);
    assertThat(calls(PRO)).as("before, across, settled, open").isEqualTo(4);
    assertThat(tokens(PRO)).isEqualTo(50 + 150 + 30 + 100);
    assertThat(tokens(ALL)).isEqualTo(7);
    await(ledger.settle(PRO, "open", 90));
    assertThat(tokens(PRO)).isEqualTo(320);
    assertThat(openReservations(PRO)).isZero();
    assertThat(reserve(ledger, PRO, "last", 680)).isEqualTo(Decision.GRANTED);
    assertThat(reserve(ledger, PRO, "over", 0)).isEqualTo(Decision.EXHAUSTED);
  }

  @Test
  void theFirstQuestionAfterwardsIsAnsweredWithTheSpendingsKnown() {
    RedisQuotaLedger ledger = lossy(Clock.systemUTC());
    link = Link.LOSES_THE_QUESTION;
    for (int call = 0; call < 5; call++) {
      assertThat(reserve(ledger, PRO, "r" + call, 1)).isEqualTo(Decision.GRANTED_LOCALLY);
    }
    link = Link.WORKS;
    assertThat(reserve(ledger, PRO, "r5", 1)).isEqualTo(Decision.EXHAUSTED);
    RedisQuotaLedger stranger =
        new RedisQuotaLedger(observer, new CountingQuotaLedger(), Clock.systemUTC());
    assertThat(reserve(stranger, PRO, "s", 1)).isEqualTo(Decision.EXHAUSTED);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void howeverTheLinkFailsNothingIsLostOrCountedTwice(long seed) {
    Random random = new Random(seed);
    RedisQuotaLedger ledger = lossy(Clock.systemUTC());
    Deque<String> open = new ArrayDeque<>();
    long spentCalls = 0;
    long spentTokens = 0;
    for (int step = 0; step < 300; step++) {
      link = Link.values()[random.nextInt(3)];
      if (open.size() < 3) {
        assertThat(reserve(ledger, ALL, "r" + step, 100)).isNotEqualTo(Decision.EXHAUSTED);
        open.add("r" + step);
      } else if (random.nextBoolean()) {
        await(ledger.settle(ALL, open.remove(), step));
        spentCalls++;
        spentTokens += step;
      } else {
        await(ledger.release(ALL, open.remove()));
      }
    }
    link = Link.WORKS;
    assertThat(await(ledger.catchUp())).isTrue();
    assertThat(openReservations(ALL)).as("seed %d", seed).isEqualTo(open.size());
    assertThat(calls(ALL)).as("seed %d", seed).isEqualTo(spentCalls + open.size());
    assertThat(tokens(ALL)).as("seed %d", seed).isEqualTo(spentTokens + 100L * open.size());
  }

  @Test
  void whatWasSpentInAWindowThatIsOverIsNotPutIntoANewOne() {
    SettableClock clock = new SettableClock(SampleDigests.MORNING);
    RedisQuotaLedger ledger = lossy(clock);
    link = Link.LOSES_THE_QUESTION;
    reserve(ledger, PRO, "yesterday", 900);
    clock.advance(Duration.ofHours(23));
    reserve(ledger, PRO, "today", 20);
    clock.advance(Duration.ofHours(1));
    link = Link.WORKS;
    assertThat(await(ledger.catchUp())).isTrue();
    assertThat(calls(PRO)).isEqualTo(1);
    assertThat(tokens(PRO)).isEqualTo(20);
  }

  @Test
  void anAnswerThatIsLostLeavesTheReservationTakenOnce() {
    RedisQuotaLedger ledger = lossy(Clock.systemUTC());
    link = Link.LOSES_THE_ANSWER;
    assertThat(reserve(ledger, PRO, "r", 100)).isEqualTo(Decision.GRANTED_LOCALLY);
    assertThat(calls(PRO)).isEqualTo(1);
    await(ledger.settle(PRO, "r", 60));
    link = Link.WORKS;
    await(ledger.settle(PRO, "r", 60));
    assertThat(calls(PRO)).isEqualTo(1);
    assertThat(tokens(PRO)).isEqualTo(60);
    assertThat(openReservations(PRO)).isZero();
  }

  private RedisQuotaLedger lossy(Clock clock) {
    return new RedisQuotaLedger(
        this::send, new CountingQuotaLedger(), clock, RedisQuotaLedger.WINDOW);
  }

  private CompletionStage<RedisReply<Long>> send(
      String script, String[] keys, String... arguments) {
    return switch (link) {
      case WORKS -> redis.evaluate(script, keys, arguments);
      case LOSES_THE_QUESTION ->
          CompletableFuture.completedFuture(new RedisReply.Unavailable<>("unreachable"));
      case LOSES_THE_ANSWER ->
          redis
              .evaluate(script, keys, arguments)
              .thenApply(lost -> new RedisReply.Unavailable<>("timeout"));
    };
  }

  private static Decision reserve(
      RedisQuotaLedger ledger, QuotaAccount account, String id, long tokens) {
    return await(ledger.reserve(account, id, tokens));
  }

  private long calls(QuotaAccount account) {
    return number(account, "return tonumber(redis.call('HGET', KEYS[1], 'calls'))");
  }

  private long tokens(QuotaAccount account) {
    return number(account, "return tonumber(redis.call('HGET', KEYS[1], 'tokens'))");
  }

  private long openReservations(QuotaAccount account) {
    return number(account, "return redis.call('HLEN', KEYS[1])") - 2;
  }

  private long number(QuotaAccount account, String script) {
    return answer(observer.evaluate(script, new String[] {QuotaCommand.key(account)}));
  }
}
