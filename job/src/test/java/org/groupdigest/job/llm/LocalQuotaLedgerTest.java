package org.groupdigest.job.llm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.groupdigest.job.llm.QuotaLedger.Decision;
import org.groupdigest.testing.SettableClock;
import org.junit.jupiter.api.Test;

/** What a tenant spends in a day is counted once, and never more than it may. */
class LocalQuotaLedgerTest {

  private static final QuotaAccount PRO = new QuotaAccount("acme", "pro", 2, 1000);

  private final SettableClock clock = new SettableClock(Instant.parse("2026-03-04T23:00:00Z"));
  private final LocalQuotaLedger ledger = new LocalQuotaLedger(clock);

  @Test
  void callsAndTokensAreBoundedInclusively() {
    assertThat(reserve(PRO, "a", 400)).isEqualTo(Decision.GRANTED);
    assertThat(reserve(PRO, "b", 601)).as("tokens").isEqualTo(Decision.EXHAUSTED);
    assertThat(reserve(PRO, "c", 600)).isEqualTo(Decision.GRANTED);
    assertThat(reserve(PRO, "d", 0)).as("calls").isEqualTo(Decision.EXHAUSTED);
  }

  @Test
  void aReservationCountsOnceHoweverOftenItIsMade() {
    assertThat(reserve(PRO, "a", 900)).isEqualTo(Decision.GRANTED);
    assertThat(reserve(PRO, "a", 900)).isEqualTo(Decision.GRANTED);
    ledger.settle(PRO, "a", 100);
    assertThat(reserve(PRO, "a", 900)).isEqualTo(Decision.GRANTED);
    assertThat(reserve(PRO, "b", 900)).isEqualTo(Decision.GRANTED);
    assertThat(reserve(PRO, "c", 1)).as("two calls were made").isEqualTo(Decision.EXHAUSTED);
  }

  @Test
  void settlingReplacesWhatWasReserved() {
    reserve(PRO, "a", 900);
    ledger.settle(PRO, "a", 300);
    assertThat(reserve(PRO, "b", 701)).isEqualTo(Decision.EXHAUSTED);
    assertThat(reserve(PRO, "b", 700)).isEqualTo(Decision.GRANTED);
  }

  @Test
  void anAnswerThatCostMoreThanReservedIsCountedInFull() {
    reserve(PRO, "a", 100);
    ledger.settle(PRO, "a", 1001);
    assertThat(reserve(PRO, "b", 0)).isEqualTo(Decision.EXHAUSTED);
  }

  @Test
  void whatIsReleasedWasNeverTaken() {
    reserve(PRO, "a", 1000);
    reserve(PRO, "b", 0);
    ledger.release(PRO, "a");
    assertThat(reserve(PRO, "c", 1000)).isEqualTo(Decision.GRANTED);
  }

  @Test
  void theSecondEndOfAReservationDoesNothing() {
    reserve(PRO, "a", 500);
    ledger.settle(PRO, "a", 500);
    ledger.settle(PRO, "a", 0);
    ledger.release(PRO, "a");
    ledger.release(PRO, "never made");
    assertThat(reserve(PRO, "b", 501)).isEqualTo(Decision.EXHAUSTED);
  }

  @Test
  void tenantsAndAccountsAreApart() {
    reserve(PRO, "a", 1000);
    assertThat(reserve(new QuotaAccount("acme", "all", 2, 1000), "a", 1000))
        .isEqualTo(Decision.GRANTED);
    assertThat(reserve(new QuotaAccount("other", "pro", 2, 1000), "a", 1000))
        .isEqualTo(Decision.GRANTED);
  }

  @Test
  void aNewDayBeginsAtMidnightWithEmptyAccounts() {
    reserve(PRO, "a", 1000);
    clock.advance(Duration.ofMinutes(59));
    assertThat(reserve(PRO, "b", 1)).isEqualTo(Decision.EXHAUSTED);
    clock.advance(Duration.ofMinutes(1));
    assertThat(reserve(PRO, "c", 1000)).isEqualTo(Decision.GRANTED);
    ledger.settle(PRO, "a", 0);
    ledger.release(PRO, "a");
    assertThat(reserve(PRO, "d", 1)).as("yesterday's end").isEqualTo(Decision.EXHAUSTED);
  }

  @Test
  void withoutBoundsEverythingIsGranted() {
    QuotaAccount free = new QuotaAccount("acme", "all", Long.MAX_VALUE, Long.MAX_VALUE);
    assertThat(reserve(free, "a", Long.MAX_VALUE / 2)).isEqualTo(Decision.GRANTED);
    assertThat(reserve(free, "b", Long.MAX_VALUE / 2)).isEqualTo(Decision.GRANTED);
  }

  @Test
  void fiftyAtOnceAtTheEdgeOfTheBudgetTakeNoMoreThanThereIs() throws Exception {
    QuotaAccount edge = new QuotaAccount("acme", "all", Long.MAX_VALUE, 1000);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Decision>> all = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        String id = "call-" + i;
        all.add(() -> reserve(edge, id, 100));
      }
      int granted = 0;
      for (Future<Decision> decision : threads.invokeAll(all)) {
        granted += decision.get() == Decision.GRANTED ? 1 : 0;
      }
      assertThat(granted).isEqualTo(10);
    } finally {
      threads.shutdownNow();
    }
  }

  private Decision reserve(QuotaAccount account, String id, long tokens) {
    return ledger.reserve(account, id, tokens).toCompletableFuture().getNow(null);
  }
}
