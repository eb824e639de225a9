package org.groupdigest.job.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;

/**
 * What became of the messages of a group on one day: {@code received = windowed + duplicate +
 * filtered + late + invalid + deleted}. The counts are absolute, so that writing an entry twice
 * changes nothing. State type: fields are only ever added, new ones nullable.
 *
 * @param tenantId tenant, 1 to 128 characters; records that name none are nobody's and have no
 *     entry
 * @param groupId group, 1 to 128 characters
 * @param epochDay day in UTC, counted from 1970-01-01, see {@link #day()}
 * @param version grows with every change of the counts
 * @param received records that came in
 * @param windowed messages that are in windows
 * @param duplicate records that brought nothing new
 * @param filtered messages left out, by reason
 * @param late messages that came after their window had closed
 * @param invalid records that became dead letters
 * @param deleted messages that were deleted
 * @param repaired how many of the windowed ones were damaged and put right; null is none
 */
public record LedgerEntry(
    String tenantId,
    String groupId,
    long epochDay,
    long version,
    long received,
    long windowed,
    long duplicate,
    Map<String, Long> filtered,
    long late,
    long invalid,
    long deleted,
    Long repaired) {

  /** A row of sound records. */
  public LedgerEntry(
      String tenantId,
      String groupId,
      long epochDay,
      long version,
      long received,
      long windowed,
      long duplicate,
      Map<String, Long> filtered,
      long late,
      long invalid,
      long deleted) {
    this(
        tenantId, groupId, epochDay, version, received, windowed, duplicate, filtered, late,
        invalid, deleted, null);
  }

  /** The day of an instant, as entries count it. */
  public static long dayOf(Instant instant) {
    return Math.floorDiv(instant.getEpochSecond(), 86_400L);
  }

  /** The day in UTC. */
  public LocalDate day() {
    return LocalDate.ofInstant(Instant.ofEpochSecond(epochDay * 86_400L), ZoneOffset.UTC);
  }

  /** Messages left out, whatever the reason. */
  public long filteredTotal() {
    return filtered.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Windowed messages that were damaged and put right. */
  public long repairedTotal() {
    return repaired == null ? 0 : repaired;
  }

  /** Whether every record received is accounted for. */
  public boolean balances() {
    return received == windowed + duplicate + filteredTotal() + late + invalid + deleted;
  }
}
