package org.groupdigest.job.window;

import java.util.List;
import org.groupdigest.job.model.Message;

/**
 * A message that some of its windows no longer took: the payload of {@code group.message.late}.
 *
 * @param tenantId tenant
 * @param groupId group
 * @param traceId trace of the record
 * @param message the masked message
 * @param missedWindowHours sizes whose window had closed
 * @param counted whether no window took it, so that the ledger counts it as late
 */
public record LateMessage(
    String tenantId,
    String groupId,
    String traceId,
    Message message,
    List<Integer> missedWindowHours,
    boolean counted) {}
