package org.groupdigest.job.window;

import java.util.List;
import org.groupdigest.job.model.Message;
import org.groupdigest.job.model.SourcePosition;

/**
 * A message that some of its windows no longer took: the payload of {@code group.message.late}.
 *
 * @param tenantId tenant
 * @param groupId group
 * @param traceId trace of the record
 * @param message the masked message
 * @param position where the record was read
 * @param missedWindowHours sizes whose window had closed
 * @param counted whether no window took it, so that the ledger counts it as late
 */
public record LateMessage(
    String tenantId,
    String groupId,
    String traceId,
    Message message,
    SourcePosition position,
    List<Integer> missedWindowHours,
    boolean counted) {}
