package org.groupdigest.job.window;

import java.util.HashMap;
import java.util.Map;
import org.groupdigest.job.model.LedgerEntry;

/**
 * What one record changes in the ledger: where it is counted, and which earlier count it takes
 * back. Each change keeps the balance: one more received, one more counted in sum; or, for the
 * erasure of a sender, which is no record of a message, none more of either.
 */
final class LedgerChange {

  private long received = 1;
  private long windowed;
  private long repaired;
  private long duplicate;
  private long late;
  private long invalid;
  private long deleted;
  private final Map<String, Long> filtered = new HashMap<>();

  private LedgerChange() {}

  static LedgerChange invalid() {
    LedgerChange change = new LedgerChange();
    change.invalid = 1;
    return change;
  }

  static LedgerChange duplicate() {
    LedgerChange change = new LedgerChange();
    change.duplicate = 1;
    return change;
  }

  static LedgerChange deleted() {
    LedgerChange change = new LedgerChange();
    change.deleted = 1;
    return change;
  }

  /** A message that is counted for the first time. */
  static LedgerChange first(Standing standing, String reason) {
    LedgerChange change = new LedgerChange();
    change.count(standing, reason, 1);
    return change;
  }

  /** A higher revision takes the place of an earlier one, which becomes a duplicate. */
  static LedgerChange replacing(Identity earlier, Standing standing, String reason) {
    LedgerChange change = duplicate();
    change.count(earlier.standing(), earlier.reason(), -1);
    change.count(standing, reason, 1);
    return change;
  }

  /** A delete takes back the message it removes: both count as deleted. */
  static LedgerChange deleting(Identity earlier) {
    LedgerChange change = new LedgerChange();
    change.count(earlier.standing(), earlier.reason(), -1);
    change.deleted = 2;
    return change;
  }

  /** Messages that were kept for windows are erased: they count as deleted from now on. */
  static LedgerChange erasing(int messages, int repaired) {
    LedgerChange change = new LedgerChange();
    change.received = 0;
    change.windowed = -messages;
    change.repaired = -repaired;
    change.deleted = messages;
    return change;
  }

  private void count(Standing standing, String reason, long by) {
    switch (standing) {
      case STORED -> {
        windowed += by;
        repaired += Identity.REPAIRED.equals(reason) ? by : 0;
      }
      case LATE -> late += by;
      case FILTERED -> filtered.merge(reason, by, Long::sum);
      case DELETED, DELETED_UNSEEN -> deleted += by;
    }
  }

  /** Null stays null: rows of groups whose records are sound take no more room. */
  private static Long plus(Long count, long more) {
    return more == 0 ? count : Long.valueOf((count == null ? 0 : count) + more);
  }

  /** The row with this change in it. */
  LedgerEntry addTo(LedgerEntry row) {
    Map<String, Long> reasons = row.filtered();
    if (!filtered.isEmpty()) {
      reasons = new HashMap<>(reasons);
      for (Map.Entry<String, Long> reason : filtered.entrySet()) {
        reasons.merge(reason.getKey(), reason.getValue(), Long::sum);
      }
    }
    return new LedgerEntry(
        row.tenantId(),
        row.groupId(),
        row.epochDay(),
        row.version() + 1,
        row.received() + received,
        row.windowed() + windowed,
        row.duplicate() + duplicate,
        reasons,
        row.late() + late,
        row.invalid() + invalid,
        row.deleted() + deleted,
        plus(row.repaired(), repaired));
  }
}
