package org.groupdigest.job.persist;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.groupdigest.job.llm.QuotaAccount;
import org.groupdigest.job.llm.QuotaLedger;

/** Counts in memory, in one window that never ends. */
final class CountingQuotaLedger implements QuotaLedger {
  private final Map<String, Long> calls = new HashMap<>();
  private final Map<String, Long> tokens = new HashMap<>();
  private final Map<String, Long> open = new HashMap<>();

  @Override
  public synchronized CompletionStage<Decision> reserve(
      QuotaAccount account, String reservationId, long wanted) {
    String id = name(account) + ' ' + reservationId;
    if (!open.containsKey(id)) {
      if (calls(account) + 1 > account.maxCalls()
          || tokens(account) + wanted > account.maxTokens()) {
        return CompletableFuture.completedFuture(Decision.EXHAUSTED);
      }
      count(account, 1, wanted);
      open.put(id, wanted);
    }
    return CompletableFuture.completedFuture(Decision.GRANTED);
  }

  @Override
  public CompletionStage<Void> settle(QuotaAccount account, String reservationId, long used) {
    return close(account, reservationId, 1, used);
  }

  @Override
  public CompletionStage<Void> release(QuotaAccount account, String reservationId) {
    return close(account, reservationId, 0, 0);
  }

  synchronized long calls(QuotaAccount account) {
    return calls.getOrDefault(name(account), 0L);
  }

  synchronized long tokens(QuotaAccount account) {
    return tokens.getOrDefault(name(account), 0L);
  }

  private synchronized CompletionStage<Void> close(
      QuotaAccount account, String reservationId, long made, long used) {
    Long reserved = open.remove(name(account) + ' ' + reservationId);
    if (reserved != null) {
      count(account, made - 1, used - reserved);
    }
    return CompletableFuture.completedFuture(null);
  }

  private void count(QuotaAccount account, long moreCalls, long moreTokens) {
    calls.merge(name(account), moreCalls, Long::sum);
    tokens.merge(name(account), moreTokens, Long::sum);
  }

  private static String name(QuotaAccount account) {
    return account.tenantId() + ' ' + account.name();
  }
}
