package org.groupdigest.job.llm;

import java.util.concurrent.CompletionStage;

/**
 * Counts what tenants spend, once for the whole cluster: reserved before a call with what it may
 * cost at most, settled after it with what the provider reports, given back when there was no
 * answer. Never blocks and never completes exceptionally.
 */
public interface QuotaLedger {

  /** What the ledger says of a reservation. */
  enum Decision {
    /** There is room; it is taken. */
    GRANTED,
    /** There is room as far as this process knows: the common ledger is away. */
    GRANTED_LOCALLY,
    /** There is no room; nothing is taken. */
    EXHAUSTED
  }

  /**
   * Takes one call and tokens out of an account.
   *
   * @param reservationId names the try; the same one taken twice counts once
   * @param tokens most tokens the call may cost
   */
  CompletionStage<Decision> reserve(QuotaAccount account, String reservationId, long tokens);

  /** Replaces the reserved tokens by those that were used; the second time does nothing. */
  CompletionStage<Void> settle(QuotaAccount account, String reservationId, long tokens);

  /** Gives call and tokens back: nothing was paid. */
  CompletionStage<Void> release(QuotaAccount account, String reservationId);
}
