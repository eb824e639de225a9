package org.groupdigest.job.window;

import java.util.HashMap;
import java.util.Map;

/**
 * What one record changes in the ledger: where it is counted, and which earlier count it takes
 * back. Each entry keeps the balance: one more received, one more counted in sum.
 */
final class LedgerEntry {

  private long windowed;
  private long duplicate;
  private long late;
  private long invalid;
  private long deleted;
  private final Map<String, Long> filtered = new HashMap<>();

  private LedgerEntry() {}

  static LedgerEntry invalid() {
    LedgerEntry entry = new LedgerEntry();
    entry.invalid = 1;
    return entry;
  }

  static LedgerEntry duplicate() {
    LedgerEntry entry = new LedgerEntry();
    entry.duplicate = 1;
    return entry;
  }

  static LedgerEntry deleted() {
    LedgerEntry entry = new LedgerEntry();
    entry.deleted = 1;
    return entry;
  }

  /** A message that is counted for the first time. */
  static LedgerEntry first(Standing standing, String reason) {
    LedgerEntry entry = new LedgerEntry();
    entry.count(standing, reason, 1);
    return entry;
  }

  /** A higher revision takes the place of an earlier one, which becomes a duplicate. */
  static LedgerEntry replacing(Identity earlier, Standing standing, String reason) {
    LedgerEntry entry = duplicate();
    entry.count(earlier.standing(), earlier.reason(), -1);
    entry.count(standing, reason, 1);
    return entry;
  }

  /** A delete takes back the message it removes: both count as deleted. */
  static LedgerEntry deleting(Identity earlier) {
    LedgerEntry entry = new LedgerEntry();
    entry.count(earlier.standing(), earlier.reason(), -1);
    entry.deleted = 2;
    return entry;
  }

  private void count(Standing standing, String reason, long by) {
    switch (standing) {
      case STORED -> windowed += by;
      case LATE -> late += by;
      case FILTERED -> filtered.merge(reason, by, Long::sum);
      case DELETED, DELETED_UNSEEN -> deleted += by;
    }
  }

  /** The row with this entry in it. */
  LedgerRow addTo(LedgerRow row) {
    Map<String, Long> reasons = row.filtered();
    if (!filtered.isEmpty()) {
      reasons = new HashMap<>(reasons);
      for (Map.Entry<String, Long> change : filtered.entrySet()) {
        reasons.merge(change.getKey(), change.getValue(), Long::sum);
      }
    }
    return new LedgerRow(
        row.tenantId(),
        row.groupId(),
        row.epochDay(),
        row.received() + 1,
        row.windowed() + windowed,
        row.duplicate() + duplicate,
        reasons,
        row.late() + late,
        row.invalid() + invalid,
        row.deleted() + deleted);
  }
}
