package org.groupdigest.job.llm.route;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.groupdigest.job.config.LlmLimitSettings;
import org.groupdigest.job.llm.QuotaAccount;
import org.groupdigest.job.llm.QuotaLedger;
import org.groupdigest.job.llm.QuotaLedger.Decision;
import org.groupdigest.job.llm.RoutedRequest;
import org.groupdigest.job.model.TenantQuotas;

/**
 * Takes what an HTTP request may cost out of its tenant's accounts: {@value #PRO} for models above
 * the tier base, {@value #ALL} for every model of a tenant that has a bound.
 */
final class QuotaGuard {

  static final String PRO = "pro";
  static final String ALL = "all";

  /** What came of it. */
  sealed interface Outcome {

    /**
     * There is room.
     *
     * @param degraded whether only as far as this process knows
     */
    record Reserved(Reservation reservation, boolean degraded) implements Outcome {}

    /**
     * There is none; nothing is taken.
     *
     * @param account name of the account
     */
    record Exhausted(String account) implements Outcome {}
  }

  private final QuotaLedger ledger;
  private final LlmLimitSettings limits;
  private final Supplier<String> ids;

  /**
   * @param ids gives every reservation a name of its own
   */
  QuotaGuard(QuotaLedger ledger, LlmLimitSettings limits, Supplier<String> ids) {
    this.ledger = ledger;
    this.limits = limits;
    this.ids = ids;
  }

  /** Reserves the tokens of the prompt and of the longest answer. */
  CompletionStage<Outcome> reserve(RoutedRequest request, boolean aboveBase, String callId) {
    List<QuotaAccount> accounts = new ArrayList<>();
    String tenant = request.window().tenantId();
    TenantQuotas own = request.quotas();
    if (aboveBase) {
      accounts.add(
          new QuotaAccount(
              tenant,
              PRO,
              Objects.requireNonNullElse(own.proCalls(), limits.proCalls()),
              Objects.requireNonNullElse(own.proTokens(), limits.proTokens())));
    }
    long budget = Objects.requireNonNullElse(own.tokens(), limits.tokens());
    if (budget > 0) {
      accounts.add(new QuotaAccount(tenant, ALL, Long.MAX_VALUE, budget));
    }
    long tokens = (long) request.promptTokens() + request.maxAnswerTokens();
    String id = callId + "#" + ids.get();
    return take(new Attempt(id, tokens, accounts), 0, false);
  }

  private CompletionStage<Outcome> take(Attempt attempt, int taken, boolean degraded) {
    if (taken == attempt.accounts.size()) {
      return CompletableFuture.completedFuture(
          new Outcome.Reserved(attempt.reservation(ledger, taken), degraded));
    }
    QuotaAccount account = attempt.accounts.get(taken);
    return ledger
        .reserve(account, attempt.id, attempt.tokens)
        .thenCompose(
            decision ->
                decision == Decision.EXHAUSTED
                    ? attempt
                        .reservation(ledger, taken)
                        .release()
                        .thenApply(done -> new Outcome.Exhausted(account.name()))
                    : take(attempt, taken + 1, degraded || decision == Decision.GRANTED_LOCALLY));
  }

  /** One reservation in the making. */
  private record Attempt(String id, long tokens, List<QuotaAccount> accounts) {

    Reservation reservation(QuotaLedger ledger, int taken) {
      return new Reservation(ledger, id, accounts.subList(0, taken));
    }
  }
}
