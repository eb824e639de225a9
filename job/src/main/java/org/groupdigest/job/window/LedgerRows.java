package org.groupdigest.job.window;

import java.util.Map;
import java.util.TreeMap;

/** Sums of ledger rows. */
public final class LedgerRows {

  private LedgerRows() {}

  /** The sum of two rows, with the ids and the day of the first. */
  public static LedgerRow sum(LedgerRow a, LedgerRow b) {
    Map<String, Long> filtered = new TreeMap<>(a.filtered());
    b.filtered().forEach((reason, count) -> filtered.merge(reason, count, Long::sum));
    filtered.values().removeIf(count -> count == 0);
    return new LedgerRow(
        a.tenantId(),
        a.groupId(),
        a.epochDay(),
        a.received() + b.received(),
        a.windowed() + b.windowed(),
        a.duplicate() + b.duplicate(),
        filtered,
        a.late() + b.late(),
        a.invalid() + b.invalid(),
        a.deleted() + b.deleted());
  }
}
