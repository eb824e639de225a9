package org.groupdigest.job.window;

import java.util.Map;
import java.util.TreeMap;
import org.groupdigest.job.model.LedgerEntry;

/** Sums of ledger rows. */
public final class LedgerRows {

  private LedgerRows() {}

  /** A row without counts. */
  public static LedgerEntry none(String tenantId, String groupId) {
    return new LedgerEntry(tenantId, groupId, 0, 0, 0, 0, 0, Map.of(), 0, 0, 0);
  }

  /** The sum of two rows, with the ids and the day of the first. */
  public static LedgerEntry sum(LedgerEntry a, LedgerEntry b) {
    Map<String, Long> filtered = new TreeMap<>(a.filtered());
    b.filtered().forEach((reason, count) -> filtered.merge(reason, count, Long::sum));
    filtered.values().removeIf(count -> count == 0);
    return new LedgerEntry(
        a.tenantId(),
        a.groupId(),
        a.epochDay(),
        a.version() + b.version(),
        a.received() + b.received(),
        a.windowed() + b.windowed(),
        a.duplicate() + b.duplicate(),
        filtered,
        a.late() + b.late(),
        a.invalid() + b.invalid(),
        a.deleted() + b.deleted(),
        a.repairedTotal() + b.repairedTotal());
  }
}
