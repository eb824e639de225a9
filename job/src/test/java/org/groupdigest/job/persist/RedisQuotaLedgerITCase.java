package org.groupdigest.job.persist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.groupdigest.job.persist.TestRedis.answer;
import static org.groupdigest.job.persist.TestRedis.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.groupdigest.connectors.redis.RedisValues;
import org.groupdigest.job.llm.QuotaAccount;
import org.groupdigest.job.llm.QuotaLedger;
import org.groupdigest.job.llm.QuotaLedger.Decision;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the accounts promise, on a real server with two processes' clients. */
class RedisQuotaLedgerITCase {
  private static final QuotaAccount PRO = new QuotaAccount("garden", "pro", 10, 1_000);

  @TempDir private static Path folder;
  private static TestRedis server;
  private static RedisValues one;
  private static RedisValues two;

  private final QuotaLedger ledger = ledger(one);
  private final QuotaLedger other = ledger(two);

  @BeforeAll
  static void start() {
    server = new TestRedis(folder);
    one = server.client();
    two = server.client();
  }

  @AfterAll
  static void stop() {
    one.close();
    two.close();
    server.close();
  }

  @BeforeEach
  void clear() {
    answer(one.evaluate("redis.call('FLUSHALL') return 0", new String[] {}));
  }

  @Test
  void theLastCallThatFitsIsGrantedAndTheNextIsNot() {
    for (int call = 1; call <= 10; call++) {
      assertThat(reserve(call % 2 == 0 ? ledger : other, PRO, "r" + call, 100))
          .isEqualTo(Decision.GRANTED);
    }
    assertThat(reserve(ledger, PRO, "r11", 0)).isEqualTo(Decision.EXHAUSTED);
    assertThat(calls(PRO)).isEqualTo(10);
    assertThat(tokens(PRO)).isEqualTo(1_000);
  }

  @Test
  void tokensAreALimitOfTheirOwn() {
    assertThat(reserve(ledger, PRO, "a", 999)).isEqualTo(Decision.GRANTED);
    assertThat(reserve(other, PRO, "b", 2)).isEqualTo(Decision.EXHAUSTED);
    assertThat(reserve(other, PRO, "c", 1)).isEqualTo(Decision.GRANTED);
    assertThat(calls(PRO)).isEqualTo(2);
  }

  @Test
  void oneReservationTakenTwiceCountsOnceAlsoWhenTheBudgetIsSpent() {
    QuotaAccount once = new QuotaAccount("garden", "pro", 1, 100);
    assertThat(reserve(ledger, once, "r", 100)).isEqualTo(Decision.GRANTED);
    assertThat(reserve(ledger, once, "r", 100)).isEqualTo(Decision.GRANTED);
    assertThat(reserve(other, once, "r", 100)).isEqualTo(Decision.GRANTED);
    assertThat(calls(once)).isEqualTo(1);
    assertThat(tokens(once)).isEqualTo(100);
  }

  @Test
  void settlingPutsWhatWasUsedInPlaceOfWhatWasReservedOnce() {
    reserve(ledger, PRO, "r", 500);
    await(ledger.settle(PRO, "r", 120));
    await(ledger.settle(PRO, "r", 120));
    await(other.settle(PRO, "r", 400));
    await(ledger.release(PRO, "r"));
    assertThat(calls(PRO)).isEqualTo(1);
    assertThat(tokens(PRO)).isEqualTo(120);
  }

  @Test
  void aCallMayCostMoreThanWasReserved() {
    reserve(ledger, PRO, "r", 500);
    await(ledger.settle(PRO, "r", 1_100));
    assertThat(tokens(PRO)).isEqualTo(1_100);
    assertThat(reserve(ledger, PRO, "s", 0)).isEqualTo(Decision.EXHAUSTED);
  }

  @Test
  void releasingGivesCallAndTokensBackOnce() {
    reserve(ledger, PRO, "kept", 300);
    reserve(ledger, PRO, "r", 500);
    await(ledger.release(PRO, "r"));
    await(ledger.release(PRO, "r"));
    await(ledger.settle(PRO, "r", 77));
    assertThat(calls(PRO)).isEqualTo(1);
    assertThat(tokens(PRO)).isEqualTo(300);
  }

  @Test
  void anAccountIsAsLargeAsWhatIsOpen() {
    QuotaAccount all = new QuotaAccount("garden", "all", Long.MAX_VALUE, Long.MAX_VALUE);
    for (int call = 0; call < 200; call++) {
      assertThat(reserve(ledger, all, "r" + call, 1_000)).isEqualTo(Decision.GRANTED);
      await(ledger.settle(all, "r" + call, 900));
    }
    reserve(ledger, all, "open", 1);
    assertThat(tokens(all)).isEqualTo(180_001);
    assertThat(number(all, "return redis.call('HLEN', KEYS[1])")).isEqualTo(3);
  }

  @Test
  void aWindowBeginsWithTheFirstReservationAndIsNeverProlonged() {
    reserve(ledger, PRO, "a", 1);
    assertThat(number(PRO, "return redis.call('PTTL', KEYS[1])"))
        .isBetween(RedisQuotaLedger.WINDOW.toMillis() - 60_000, RedisQuotaLedger.WINDOW.toMillis());
    number(PRO, "return redis.call('PEXPIRE', KEYS[1], 70000)");
    reserve(other, PRO, "b", 1);
    await(ledger.settle(PRO, "a", 1));
    await(other.release(PRO, "b"));
    assertThat(number(PRO, "return redis.call('PTTL', KEYS[1])")).isBetween(1L, 70_000L);
  }

  @Test
  void aDeniedReservationBeginsNoWindow() {
    assertThat(reserve(ledger, PRO, "r", 1_001)).isEqualTo(Decision.EXHAUSTED);
    assertThat(exists(PRO)).isFalse();
  }

  @Test
  void aNewWindowIsEmptyAndWhatIsClosedInItFromTheOldOneChangesNothing() {
    reserve(ledger, PRO, "old", 900);
    reserve(ledger, PRO, "given", 100);
    endWindow(PRO);
    await(ledger.settle(PRO, "old", 800));
    assertThat(exists(PRO)).isFalse();
    assertThat(reserve(other, PRO, "new", 400)).isEqualTo(Decision.GRANTED);
    await(ledger.release(PRO, "given"));
    assertThat(calls(PRO)).isEqualTo(1);
    assertThat(tokens(PRO)).isEqualTo(400);
  }

  @Test
  void fiftyAtOnceFromTwoProcessesGetExactlyTheCallsThatAreLeft() {
    QuotaAccount account = new QuotaAccount("garden", "pro", 37, Long.MAX_VALUE);
    assertThat(granted(account, 50, 100)).isEqualTo(37);
    assertThat(calls(account)).isEqualTo(37);
    assertThat(tokens(account)).isEqualTo(3_700);
  }

  @Test
  void fiftyAtOnceFromTwoProcessesGetExactlyTheTokensThatAreLeft() {
    QuotaAccount account = new QuotaAccount("garden", "pro", Long.MAX_VALUE, 2_399);
    assertThat(granted(account, 50, 100)).isEqualTo(23);
    assertThat(tokens(account)).isEqualTo(2_300);
  }

  @Test
  void theCallOfAProcessThatDiedStaysCountedUntilTheWindowEnds() {
    try (RedisValues dying = server.client()) {
      assertThat(reserve(ledger(dying), PRO, "unsettled", 600)).isEqualTo(Decision.GRANTED);
    }
    assertThat(reserve(other, PRO, "a", 401)).isEqualTo(Decision.EXHAUSTED);
    assertThat(granted(PRO, 50, 1)).isEqualTo(9);
    assertThat(calls(PRO)).isEqualTo(10);
    endWindow(PRO);
    assertThat(reserve(other, PRO, "a", 401)).isEqualTo(Decision.GRANTED);
  }

  @Test
  void noTenantSpendsForAnother() {
    List<String> tenants =
        List.of(
            "a:b",
            "a",
            "b",
            "a%3Ab",
            "{x}",
            "x",
            "%7Bx%7D",
            "%",
            "%25",
            "🙂",
            "\uD83D",
            "?",
            " ",
            "a".repeat(128),
            "a".repeat(127));
    for (String tenant : tenants) {
      for (String name : List.of("pro", "b:pro", "all")) {
        QuotaAccount account = new QuotaAccount(tenant, name, 1, 10);
        assertThat(reserve(ledger, account, "r", 10)).as(tenant).isEqualTo(Decision.GRANTED);
        assertThat(reserve(ledger, account, "s", 0)).as(tenant).isEqualTo(Decision.EXHAUSTED);
      }
    }
    assertThat((long) answer(one.evaluate("return redis.call('DBSIZE')", new String[] {})))
        .isEqualTo(tenants.size() * 3L);
  }

  @Test
  void noReservationIsMistakenForACountOrForAnother() {
    for (String id : List.of("calls", "tokens", "a:b", "a%3Ab", "", "🙂", "\uD83D", "?")) {
      assertThat(reserve(ledger, PRO, id, 10)).isEqualTo(Decision.GRANTED);
    }
    assertThat(calls(PRO)).isEqualTo(8);
    await(ledger.release(PRO, "calls"));
    assertThat(calls(PRO)).isEqualTo(7);
    assertThat(tokens(PRO)).isEqualTo(70);
  }

  @Test
  void whatAProviderReportsCannotBreakAnAccount() {
    QuotaAccount all = new QuotaAccount("garden", "all", Long.MAX_VALUE, Long.MAX_VALUE);
    reserve(ledger, all, "a", -5);
    await(ledger.settle(all, "a", -1_000_000));
    assertThat(tokens(all)).isZero();
    for (int call = 0; call < 100; call++) {
      assertThat(reserve(ledger, all, "b" + call, Long.MAX_VALUE)).isEqualTo(Decision.GRANTED);
      await(ledger.settle(all, "b" + call, Long.MAX_VALUE));
    }
    assertThat(reserve(ledger, all, "c", 7)).isEqualTo(Decision.GRANTED);
    await(ledger.settle(all, "c", 3));
    assertThat(tokens(all)).isEqualTo(100_000_000_000_003L);
    assertThat(reserve(ledger, PRO, "d", Long.MAX_VALUE)).isEqualTo(Decision.EXHAUSTED);
  }

  @Test
  void aForeignValueUnderTheKeyIsNoPermissionToSpendWithoutEnd() {
    await(one.set(QuotaCommand.key(PRO), "not ours", Duration.ofMinutes(1)));
    for (int call = 0; call < 10; call++) {
      assertThat(reserve(ledger, PRO, "r" + call, 1)).isEqualTo(Decision.GRANTED_LOCALLY);
    }
    assertThat(reserve(ledger, PRO, "r10", 1)).isEqualTo(Decision.EXHAUSTED);
  }

  /** Reserves on both ledgers at once; gives how many were granted, none of them locally. */
  private long granted(QuotaAccount account, int tries, long tokens) {
    List<CompletionStage<Decision>> decisions = new ArrayList<>();
    IntStream.range(0, tries)
        .forEach(
            number ->
                decisions.add(
                    (number % 2 == 0 ? ledger : other).reserve(account, "try-" + number, tokens)));
    List<Decision> made = decisions.stream().map(TestRedis::await).toList();
    assertThat(made).doesNotContain(Decision.GRANTED_LOCALLY);
    return made.stream().filter(Decision.GRANTED::equals).count();
  }

  private static QuotaLedger ledger(RedisValues redis) {
    return new RedisQuotaLedger(redis, new CountingQuotaLedger(), Clock.systemUTC());
  }

  private static Decision reserve(
      QuotaLedger ledger, QuotaAccount account, String id, long tokens) {
    return await(ledger.reserve(account, id, tokens));
  }

  private static void endWindow(QuotaAccount account) {
    number(account, "return redis.call('PEXPIRE', KEYS[1], 0)");
  }

  private static boolean exists(QuotaAccount account) {
    return number(account, "return redis.call('EXISTS', KEYS[1])") == 1;
  }

  private static long calls(QuotaAccount account) {
    return number(account, "return tonumber(redis.call('HGET', KEYS[1], 'calls'))");
  }

  private static long tokens(QuotaAccount account) {
    return number(account, "return tonumber(redis.call('HGET', KEYS[1], 'tokens'))");
  }

  private static long number(QuotaAccount account, String script) {
    return answer(two.evaluate(script, new String[] {QuotaCommand.key(account)}));
  }
}
