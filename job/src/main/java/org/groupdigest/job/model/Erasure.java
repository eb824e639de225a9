package org.groupdigest.job.model;

import java.time.Instant;
import java.util.List;

/**
 * What must not be found in any store any more: messages of a group, or all that one of its members
 * wrote. Travels between operators: fields are only ever added, new ones nullable.
 *
 * @param tenantId tenant
 * @param groupId group
 * @param messageIds messages to erase; empty when a sender is
 * @param senderId sender to erase, or null
 * @param traceId trace of the delete or request
 * @param at event time of the delete or request
 */
public record Erasure(
    String tenantId,
    String groupId,
    List<String> messageIds,
    String senderId,
    String traceId,
    Instant at) {

  /** The group it is about. */
  public GroupKey group() {
    return new GroupKey(tenantId, groupId);
  }
}
