package org.groupdigest.job.llm.route;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.groupdigest.job.llm.QuotaAccount;
import org.groupdigest.job.llm.QuotaLedger;

/** What one HTTP request may cost, taken out of accounts; settled or given back exactly once. */
final class Reservation {

  private final QuotaLedger ledger;
  private final String id;
  private final List<QuotaAccount> accounts;
  private final AtomicBoolean closed = new AtomicBoolean();

  Reservation(QuotaLedger ledger, String id, List<QuotaAccount> accounts) {
    this.ledger = ledger;
    this.id = id;
    this.accounts = List.copyOf(accounts);
  }

  /** The request cost these tokens. */
  CompletionStage<Void> settle(long tokens) {
    return close(account -> ledger.settle(account, id, tokens));
  }

  /** The request cost nothing. */
  CompletionStage<Void> release() {
    return close(account -> ledger.release(account, id));
  }

  private CompletionStage<Void> close(Function<QuotaAccount, CompletionStage<Void>> how) {
    CompletionStage<Void> all = CompletableFuture.completedFuture(null);
    if (closed.compareAndSet(false, true)) {
      for (QuotaAccount account : accounts) {
        all = all.thenCombine(how.apply(account), (one, other) -> null);
      }
    }
    return all;
  }
}
