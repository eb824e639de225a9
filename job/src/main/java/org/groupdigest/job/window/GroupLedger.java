package org.groupdigest.job.window;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.groupdigest.job.model.LedgerEntry;

/** Keeps a group's ledger rows until their counts cannot change any more. */
final class GroupLedger {

  private static final long DAY_MILLIS = Duration.ofDays(1).toMillis();
  private static final long KEPT_DAYS = 2;

  private final WindowState state;

  GroupLedger(WindowState state) {
    this.state = state;
  }

  /**
   * Counts a record on the day it was received, or on the day before the watermark's when that is
   * later: a row that was let go never comes back with smaller counts.
   *
   * @return event time in epoch milliseconds at which the row can be let go
   */
  long add(GroupEvent event, LedgerChange change, long watermark) throws Exception {
    long day = Math.floorDiv(event.receivedMillis(), DAY_MILLIS);
    if (watermark > 0) {
      day = Math.max(day, Math.floorDiv(watermark, DAY_MILLIS) - 1);
    }
    LedgerEntry row = state.ledger.get(day);
    LedgerEntry before = row == null ? empty(event, day) : row;
    state.ledger.put(day, change.addTo(before));
    return letGoAt(day);
  }

  /** All rows as they stand. */
  List<LedgerEntry> rows() throws Exception {
    List<LedgerEntry> rows = new ArrayList<>();
    for (LedgerEntry row : state.ledger.values()) {
      rows.add(row);
    }
    rows.sort(Comparator.comparingLong(LedgerEntry::epochDay));
    return rows;
  }

  /** Lets go of the rows that are final at an event time; gives them for a last publication. */
  List<LedgerEntry> takeFinal(long timeMillis) throws Exception {
    List<LedgerEntry> done = new ArrayList<>();
    for (LedgerEntry row : rows()) {
      if (letGoAt(row.epochDay()) <= timeMillis) {
        done.add(row);
        state.ledger.remove(row.epochDay());
      }
    }
    return done;
  }

  private static LedgerEntry empty(GroupEvent event, long day) {
    return new LedgerEntry(event.tenantId(), event.groupId(), day, 0, 0, 0, 0, Map.of(), 0, 0, 0);
  }

  private static long letGoAt(long epochDay) {
    return Instant.EPOCH
        .atOffset(ZoneOffset.UTC)
        .plusDays(epochDay + 1 + KEPT_DAYS)
        .toInstant()
        .toEpochMilli();
  }
}
