package org.groupdigest.job.window;

import java.util.Map;

/**
 * What became of a group's records, by day: {@code received = windowed + duplicate + filtered +
 * late + invalid + deleted}, exactly, in every row. Rows carry absolute counts and are replaced by
 * a row with more {@code received}. State type: fields are only ever added, new ones nullable.
 *
 * @param tenantId tenant, empty when a record did not tell
 * @param groupId group, empty when a record did not tell
 * @param epochDay day the records were received, days since 1970-01-01 UTC
 * @param received all records; grows with every change of the row, so it is its version too
 * @param windowed messages taken into a window
 * @param duplicate records of a message that counts already: redeliveries, edits
 * @param filtered messages left out, by reason
 * @param late messages that came after all their windows had closed
 * @param invalid dead letters
 * @param deleted delete records and the messages they removed
 */
public record LedgerRow(
    String tenantId,
    String groupId,
    long epochDay,
    long received,
    long windowed,
    long duplicate,
    Map<String, Long> filtered,
    long late,
    long invalid,
    long deleted) {

  /** A row without counts. */
  public static LedgerRow empty(String tenantId, String groupId, long epochDay) {
    return new LedgerRow(tenantId, groupId, epochDay, 0, 0, 0, Map.of(), 0, 0, 0);
  }

  /** Whether the counts add up. */
  public boolean balances() {
    long filteredTotal = filtered.values().stream().mapToLong(Long::longValue).sum();
    return received == windowed + duplicate + filteredTotal + late + invalid + deleted;
  }
}
