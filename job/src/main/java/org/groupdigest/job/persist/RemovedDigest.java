package org.groupdigest.job.persist;

import java.time.Instant;

/**
 * A digest that is gone.
 *
 * @param tenantId tenant
 * @param groupId group
 * @param digestId digest
 * @param windowId its window
 * @param reason why it was removed
 * @param traceId trace of the digest
 * @param removedAt when
 */
public record RemovedDigest(
    String tenantId,
    String groupId,
    String digestId,
    String windowId,
    String reason,
    String traceId,
    Instant removedAt) {}
