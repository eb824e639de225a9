package org.groupdigest.job.llm;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * A ledger in the memory of one process, for runs on one machine and for the time that the common
 * ledger is away. Days are counted from midnight UTC; what is settled after the day it was reserved
 * in changes nothing any more. Memory: one entry for each reservation of the day.
 */
public final class LocalQuotaLedger implements QuotaLedger {

  private static final long DAY_SECONDS = Duration.ofDays(1).toSeconds();

  private final Clock clock;
  private final Map<AccountName, Spending> accounts = new HashMap<>();
  private long day = Long.MIN_VALUE;

  /**
   * @param clock says which day it is
   */
  public LocalQuotaLedger(Clock clock) {
    this.clock = clock;
  }

  @Override
  public synchronized CompletionStage<Decision> reserve(
      QuotaAccount account, String reservationId, long tokens) {
    Spending spending = today().computeIfAbsent(name(account), name -> new Spending());
    boolean granted = spending.reserve(account, reservationId, tokens);
    return CompletableFuture.completedFuture(granted ? Decision.GRANTED : Decision.EXHAUSTED);
  }

  @Override
  public synchronized CompletionStage<Void> settle(
      QuotaAccount account, String reservationId, long tokens) {
    Spending spending = today().get(name(account));
    if (spending != null) {
      spending.close(reservationId, 1, tokens);
    }
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public synchronized CompletionStage<Void> release(QuotaAccount account, String reservationId) {
    Spending spending = today().get(name(account));
    if (spending != null) {
      spending.close(reservationId, 0, 0);
    }
    return CompletableFuture.completedFuture(null);
  }

  private Map<AccountName, Spending> today() {
    long now = Math.floorDiv(clock.instant().getEpochSecond(), DAY_SECONDS);
    if (now != day) {
      accounts.clear();
      day = now;
    }
    return accounts;
  }

  private static AccountName name(QuotaAccount account) {
    return new AccountName(account.tenantId(), account.name());
  }

  private record AccountName(String tenantId, String name) {}

  /** What was taken out of one account today. */
  private static final class Spending {

    private static final long CLOSED = -1;

    /** Reserved tokens, or that the reservation is done with. */
    private final Map<String, Long> reservations = new HashMap<>();

    private long calls;
    private long tokens;

    boolean reserve(QuotaAccount account, String reservationId, long wanted) {
      if (reservations.containsKey(reservationId)) {
        return true;
      }
      if (calls >= account.maxCalls() || wanted > account.maxTokens() - tokens) {
        return false;
      }
      reservations.put(reservationId, wanted);
      calls++;
      tokens += wanted;
      return true;
    }

    void close(String reservationId, int usedCalls, long usedTokens) {
      Long reserved = reservations.get(reservationId);
      if (reserved != null && reserved != CLOSED) {
        reservations.put(reservationId, CLOSED);
        calls += usedCalls - 1;
        tokens += usedTokens - reserved;
      }
    }
  }
}
