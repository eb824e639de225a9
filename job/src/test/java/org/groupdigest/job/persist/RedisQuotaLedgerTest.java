package org.groupdigest.job.persist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.groupdigest.connectors.redis.RedisReply;
import org.groupdigest.job.llm.QuotaAccount;
import org.groupdigest.job.llm.QuotaLedger;
import org.groupdigest.job.llm.QuotaLedger.Decision;
import org.groupdigest.testing.SettableClock;
import org.junit.jupiter.api.Test;

/** What the ledger does with Redis's answers; what Redis does is shown with a real one. */
class RedisQuotaLedgerTest {
  private static final QuotaAccount PRO = new QuotaAccount("garden", "pro", 2, 1_000);
  private static final QuotaAccount ALL = new QuotaAccount("garden", "all", 9, 9_000);

  private final List<String> asked = new ArrayList<>();
  private final CountingQuotaLedger own = new CountingQuotaLedger();
  private RedisReply<Long> reply = new RedisReply.Answered<>(1L);

  private final QuotaLedger ledger =
      new RedisQuotaLedger(
          this::evaluate, own, new SettableClock(SampleDigests.MORNING), RedisQuotaLedger.WINDOW);

  @Test
  void redisDecidesWhileItAnswers() {
    assertThat(ledger.reserve(PRO, "r", 10)).isCompletedWithValue(Decision.GRANTED);
    reply = new RedisReply.Answered<>(0L);
    assertThat(ledger.reserve(PRO, "s", 10)).isCompletedWithValue(Decision.EXHAUSTED);
    assertThat(asked).containsOnly("digest:quota:garden:pro");
  }

  @Test
  void withoutRedisTheSameLimitsHoldHere() {
    reply = new RedisReply.Unavailable<>("unreachable");
    assertThat(ledger.reserve(PRO, "r", 10)).isCompletedWithValue(Decision.GRANTED_LOCALLY);
    assertThat(ledger.reserve(PRO, "r", 10)).isCompletedWithValue(Decision.GRANTED_LOCALLY);
    assertThat(ledger.reserve(PRO, "s", 991)).isCompletedWithValue(Decision.EXHAUSTED);
    assertThat(ledger.reserve(PRO, "s", 990)).isCompletedWithValue(Decision.GRANTED_LOCALLY);
    assertThat(ledger.reserve(PRO, "t", 0)).isCompletedWithValue(Decision.EXHAUSTED);
  }

  @Test
  void whatThisProcessSpentBeforeRedisLeftStillCounts() {
    ledger.reserve(PRO, "r", 500);
    ledger.settle(PRO, "r", 300);
    reply = new RedisReply.Unavailable<>("timeout");
    assertThat(ledger.reserve(PRO, "s", 701)).isCompletedWithValue(Decision.EXHAUSTED);
    assertThat(ledger.reserve(PRO, "s", 700)).isCompletedWithValue(Decision.GRANTED_LOCALLY);
    assertThat(ledger.reserve(PRO, "t", 0)).isCompletedWithValue(Decision.EXHAUSTED);
  }

  @Test
  void whatIsGivenBackHereCanBeSpentHere() {
    reply = new RedisReply.Unavailable<>("unreachable");
    ledger.reserve(PRO, "r", 1_000);
    assertThat(ledger.release(PRO, "r")).isCompletedWithValue(null);
    assertThat(ledger.release(PRO, "r")).isCompletedWithValue(null);
    assertThat(own.calls(PRO)).isZero();
    assertThat(ledger.reserve(PRO, "s", 1_000)).isCompletedWithValue(Decision.GRANTED_LOCALLY);
  }

  @Test
  void untilRedisKnowsWhatWasSpentItIsNotAskedAboutThatAccount() {
    reply = new RedisReply.Unavailable<>("unreachable");
    ledger.reserve(PRO, "r", 10);
    asked.clear();
    ledger.reserve(PRO, "s", 10);
    assertThat(asked).as("only what it is to be told").hasSize(1);
    reply = new RedisReply.Answered<>(1L);
    asked.clear();
    assertThat(ledger.reserve(PRO, "t", 10)).isCompletedWithValue(Decision.GRANTED);
    assertThat(asked).as("both of what was spent, then the question").hasSize(3);
  }

  @Test
  void anyAnswerOfRedisMakesUpForAllAccounts() {
    reply = new RedisReply.Unavailable<>("unreachable");
    ledger.reserve(PRO, "r", 10);
    reply = new RedisReply.Answered<>(1L);
    asked.clear();
    ledger.reserve(ALL, "r", 10);
    assertThat(asked)
        .containsExactlyInAnyOrder("digest:quota:garden:all", "digest:quota:garden:pro");
  }

  @Test
  void aDeniedReservationIsNotToldToRedis() {
    reply = new RedisReply.Unavailable<>("unreachable");
    ledger.reserve(PRO, "r", 1_001);
    asked.clear();
    reply = new RedisReply.Answered<>(1L);
    assertThat(((RedisQuotaLedger) ledger).catchUp()).isCompletedWithValue(true);
    assertThat(asked).isEmpty();
  }

  private CompletionStage<RedisReply<Long>> evaluate(
      String script, String[] keys, String... arguments) {
    asked.add(keys[0]);
    return CompletableFuture.completedFuture(reply);
  }
}
