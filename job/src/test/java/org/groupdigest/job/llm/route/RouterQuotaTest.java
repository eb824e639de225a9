package org.groupdigest.job.llm.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.groupdigest.job.llm.route.FakeModels.answer;
import static org.groupdigest.job.llm.route.FakeModels.failure;
import static org.groupdigest.job.llm.route.RouterHarness.request;

import java.time.Duration;
import java.util.List;
import org.groupdigest.connectors.llm.ChatReply;
import org.groupdigest.connectors.llm.LlmFailure.Kind;
import org.groupdigest.job.llm.LocalQuotaLedger;
import org.groupdigest.job.llm.QuotaLedger.Decision;
import org.groupdigest.job.llm.RoutedAnswer;
import org.groupdigest.job.llm.RoutedAnswer.Answered;
import org.groupdigest.job.llm.RoutedAnswer.Failed;
import org.groupdigest.job.llm.Tier;
import org.groupdigest.job.model.TenantQuotas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Tokens are reserved for every request, settled with what it cost, and bound what is asked. */
class RouterQuotaTest {

  private final RouterHarness harness = new RouterHarness();

  @Test
  void aCallAboveBaseIsReservedAndSettledWithWhatTheProviderReports() {
    harness.route(Tier.PRO);
    assertThat(harness.ledger.entries()).containsExactly("reserve pro 1100", "settle pro 120");
  }

  @Test
  void aCallOfTheTierBaseIsNotCountedWithoutABudget() {
    harness.route(Tier.BASE);
    assertThat(harness.ledger.entries()).isEmpty();
  }

  @Test
  void aBudgetCountsEveryModel() {
    harness.with("DIGEST_TOKEN_BUDGET_PER_TENANT", "5000");
    harness.route(Tier.PRO);
    harness.route(request("acme", Tier.BASE, "more"));
    assertThat(harness.ledger.entries())
        .containsExactly(
            "reserve pro 1100",
            "reserve all 1100",
            "settle pro 120",
            "settle all 120",
            "reserve all 1100",
            "settle all 120");
  }

  @Test
  void everyTryIsReservedAnew() {
    harness.models.script("pro-model", failure(Kind.OVERLOADED), answer("fine"));
    harness.route(Tier.PRO);
    assertThat(harness.ledger.entries())
        .containsExactly("reserve pro 1100", "release pro", "reserve pro 1100", "settle pro 120");
    assertThat(harness.ledger.fates().keySet())
        .hasSize(2)
        .allMatch(name -> name.matches("acme/pro/[0-9a-f]{64}#id-[12]"));
  }

  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      names = {"TIMEOUT", "MALFORMED", "REFUSED_CONTENT"})
  void aPromptThatMayHaveBeenBilledCounts(Kind kind) {
    harness.models.script("pro-model", failure(kind));
    harness.route(Tier.PRO);
    assertThat(harness.ledger.entries()).startsWith("reserve pro 1100", "settle pro 1000");
  }

  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      mode = Mode.EXCLUDE,
      names = {"TIMEOUT", "MALFORMED", "REFUSED_CONTENT"})
  void whatSurelyCostNothingIsGivenBack(Kind kind) {
    harness.models.script("pro-model", failure(kind));
    harness.route(Tier.PRO);
    assertThat(harness.ledger.entries()).startsWith("reserve pro 1100", "release pro");
  }

  @Test
  void anAnswerWithoutUsageCostsWhatWasReserved() {
    ChatReply silent = new ChatReply.Answered("fine", "reported", 0, 0, false);
    harness.models.script("pro-model", new FakeModels.Step(silent, Duration.ZERO));
    harness.route(Tier.PRO);
    assertThat(harness.ledger.entries()).containsExactly("reserve pro 1100", "settle pro 1100");
  }

  @Test
  void overTheProQuotaBaseAnswersAndTheReceiptSaysSo() {
    harness.ledger.decide("pro", Decision.EXHAUSTED);
    Answered answered = (Answered) harness.route(Tier.PRO);
    assertThat(answered.call().modelId()).isEqualTo("base-model");
    assertThat(answered.call().incidents()).containsExactly("pro_quota_exceeded");
    assertThat(harness.models.models()).containsExactly("base-model");
  }

  @Test
  void overTheBudgetNobodyIsAskedAndNothingStaysReserved() {
    harness.with("DIGEST_TOKEN_BUDGET_PER_TENANT", "5000");
    harness.ledger.decide("all", Decision.EXHAUSTED);
    Failed failed = (Failed) harness.route(Tier.PRO);
    assertThat(failed.errorCode()).isEqualTo("quota_exhausted");
    assertThat(harness.models.sent()).isEmpty();
    assertThat(harness.ledger.fates().values()).containsExactly(List.of("released"));
  }

  @Test
  void aLedgerThatCountsAloneIsAnIncident() {
    harness.ledger.decide("pro", Decision.GRANTED_LOCALLY);
    RoutedAnswer answer = harness.route(Tier.PRO);
    assertThat(answer).isInstanceOf(Answered.class);
    assertThat(answer.call().incidents()).containsExactly("quota_degraded");
  }

  @Test
  void theSettingsBoundCallsAndTokensOfATenantInADay() {
    harness.ledger(new LocalQuotaLedger(harness.time)).with("DIGEST_PRO_QUOTA_PER_TENANT", "2");
    assertThat(modelOf("acme", "one")).isEqualTo("pro-model");
    assertThat(modelOf("acme", "two")).isEqualTo("pro-model");
    assertThat(modelOf("acme", "three")).isEqualTo("base-model");
    assertThat(modelOf("other", "four")).as("another tenant").isEqualTo("pro-model");
    harness.time.pass(Duration.ofDays(1));
    assertThat(modelOf("acme", "five")).as("another day").isEqualTo("pro-model");
  }

  @Test
  void aTenantsOwnQuotasReplaceTheSettings() {
    harness.ledger(new LocalQuotaLedger(harness.time));
    assertThat(modelOf(new TenantQuotas(0, null, null))).isEqualTo("base-model");
    assertThat(modelOf(new TenantQuotas(null, 1099L, null))).isEqualTo("base-model");
    assertThat(modelOf(new TenantQuotas(null, 1100L, null))).isEqualTo("pro-model");
    RoutedAnswer broke =
        harness.route(request("broke", Tier.BASE, "x", new TenantQuotas(null, null, 1099L)));
    assertThat(((Failed) broke).errorCode()).isEqualTo("quota_exhausted");
  }

  @Test
  void aTenantMayHaveNoBudgetWhereTheSettingsHaveOne() {
    harness.with("DIGEST_TOKEN_BUDGET_PER_TENANT", "10");
    RoutedAnswer free =
        harness.route(request("free", Tier.BASE, "x", new TenantQuotas(null, null, 0L)));
    assertThat(free).isInstanceOf(Answered.class);
    assertThat(harness.ledger.entries()).isEmpty();
  }

  private String modelOf(String tenant, String text) {
    return harness.route(request(tenant, Tier.PRO, text)).call().modelId();
  }

  private String modelOf(TenantQuotas quotas) {
    return harness.route(request("t" + quotas, Tier.PRO, "x", quotas)).call().modelId();
  }
}
