package org.groupdigest.job.llm.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.groupdigest.job.config.LlmLimitSettings;
import org.groupdigest.job.llm.QuotaAccount;
import org.groupdigest.job.llm.QuotaLedger;
import org.groupdigest.job.llm.QuotaLedger.Decision;
import org.groupdigest.job.llm.RoutedRequest;
import org.groupdigest.job.llm.Tier;
import org.groupdigest.job.llm.route.QuotaGuard.Outcome;
import org.groupdigest.job.model.TenantQuotas;
import org.junit.jupiter.api.Test;

/** Which accounts a request is taken out of, and what is left when one of them is empty. */
class QuotaGuardTest {

  private static final LlmLimitSettings LIMITS =
      new LlmLimitSettings(16, 4, 4, Duration.ofSeconds(60), 50, 400_000, 9000);

  private final AtomicInteger ids = new AtomicInteger();
  private final BookkeepingLedger ledger = new BookkeepingLedger();

  @Test
  void aModelAboveBaseIsTakenOutOfBothAccountsUnderOneName() {
    Outcome outcome = reserve(ledger, TenantQuotas.NONE, true);
    assertThat(outcome).isInstanceOf(Outcome.Reserved.class);
    assertThat(ledger.fates().keySet())
        .containsExactlyInAnyOrder("acme/pro/call#1", "acme/all/call#1");
  }

  @Test
  void aModelOfTheTierBaseIsTakenOutOfTheBudgetOnly() {
    reserve(ledger, TenantQuotas.NONE, false);
    assertThat(ledger.entries()).containsExactly("reserve all 1100");
  }

  @Test
  void everyReservationHasANameOfItsOwn() {
    reserve(ledger, TenantQuotas.NONE, false);
    reserve(ledger, TenantQuotas.NONE, false);
    assertThat(ledger.fates().keySet())
        .containsExactlyInAnyOrder("acme/all/call#1", "acme/all/call#2");
  }

  @Test
  void theBoundsAreThoseOfTheSettingsUnlessTheTenantHasItsOwn() {
    List<QuotaAccount> seen = new ArrayList<>();
    reserve(new Granting(seen), TenantQuotas.NONE, true);
    reserve(new Granting(seen), new TenantQuotas(7, 70L, 700L), true);
    assertThat(seen)
        .containsExactly(
            new QuotaAccount("acme", "pro", 50, 400_000),
            new QuotaAccount("acme", "all", Long.MAX_VALUE, 9000),
            new QuotaAccount("acme", "pro", 7, 70),
            new QuotaAccount("acme", "all", Long.MAX_VALUE, 700));
  }

  @Test
  void whatWasTakenBeforeTheEmptyAccountIsGivenBack() {
    ledger.decide("all", Decision.EXHAUSTED);
    assertThat(reserve(ledger, TenantQuotas.NONE, true)).isEqualTo(new Outcome.Exhausted("all"));
    assertThat(ledger.entries())
        .containsExactly("reserve pro 1100", "reserve all 1100", "release pro");
  }

  @Test
  void nothingIsTakenAfterAnEmptyAccount() {
    ledger.decide("pro", Decision.EXHAUSTED);
    assertThat(reserve(ledger, TenantQuotas.NONE, true)).isEqualTo(new Outcome.Exhausted("pro"));
    assertThat(ledger.entries()).containsExactly("reserve pro 1100");
  }

  @Test
  void oneAccountThatIsCountedLocallyMakesAllOfItDegraded() {
    assertThat(((Outcome.Reserved) reserve(ledger, TenantQuotas.NONE, true)).degraded()).isFalse();
    ledger.decide("pro", Decision.GRANTED_LOCALLY);
    assertThat(((Outcome.Reserved) reserve(ledger, TenantQuotas.NONE, true)).degraded()).isTrue();
  }

  @Test
  void aReservationEndsOnceHoweverOftenItIsEnded() {
    Outcome.Reserved reserved = (Outcome.Reserved) reserve(ledger, TenantQuotas.NONE, true);
    assertThat(reserved.reservation().settle(5)).isCompleted();
    assertThat(reserved.reservation().release()).isCompleted();
    assertThat(reserved.reservation().settle(6)).isCompleted();
    assertThat(ledger.fates().values()).containsOnly(List.of("settled"));
    assertThat(ledger.entries()).contains("settle pro 5", "settle all 5");
  }

  @Test
  void tokensOfAPromptAndItsAnswerDoNotOverflow() {
    RoutedRequest request = RouterHarness.request("acme", Tier.BASE, "x");
    RoutedRequest huge =
        new RoutedRequest(
            request.window(),
            request.stages(),
            request.tier(),
            request.promptId(),
            request.promptVersion(),
            request.inputChecksum(),
            request.messages(),
            null,
            Integer.MAX_VALUE,
            Integer.MAX_VALUE,
            TenantQuotas.NONE);
    guard(ledger).reserve(huge, false, "call");
    assertThat(ledger.entries()).containsExactly("reserve all 4294967294");
  }

  private Outcome reserve(QuotaLedger used, TenantQuotas quotas, boolean aboveBase) {
    return guard(used)
        .reserve(RouterHarness.request("acme", Tier.PRO, "x", quotas), aboveBase, "call")
        .toCompletableFuture()
        .getNow(null);
  }

  private QuotaGuard guard(QuotaLedger used) {
    return new QuotaGuard(used, LIMITS, () -> Integer.toString(ids.incrementAndGet()));
  }

  /** Notes accounts and grants everything. */
  private record Granting(List<QuotaAccount> seen) implements QuotaLedger {

    @Override
    public CompletionStage<Decision> reserve(QuotaAccount account, String id, long tokens) {
      seen.add(account);
      return CompletableFuture.completedFuture(Decision.GRANTED);
    }

    @Override
    public CompletionStage<Void> settle(QuotaAccount account, String id, long tokens) {
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<Void> release(QuotaAccount account, String id) {
      return CompletableFuture.completedFuture(null);
    }
  }
}
