package org.groupdigest.job.model;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;

/**
 * Which stretch of which group a window covers.
 *
 * @param windowId deterministic UUIDv5, see {@link DeterministicIds}
 * @param tenantId tenant
 * @param groupId group inside the tenant
 * @param hours nominal size in hours (a local day with a clock change may be an hour off)
 * @param start first instant inside
 * @param end first instant after it
 * @param kind why it exists
 * @param timeZone IANA zone whose local midnight the windows start at
 */
public record WindowRef(
    String windowId,
    String tenantId,
    String groupId,
    int hours,
    Instant start,
    Instant end,
    WindowKind kind,
    String timeZone) {

  /** The group the window belongs to. */
  @JsonIgnore
  public GroupKey groupKey() {
    return new GroupKey(tenantId, groupId);
  }
}
