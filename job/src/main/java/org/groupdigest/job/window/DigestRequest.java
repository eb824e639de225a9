package org.groupdigest.job.window;

/**
 * A wish for a digest now: the payload of {@code digest.generate.requested}.
 *
 * @param tenantId tenant
 * @param groupId group
 * @param traceId trace of the request
 * @param requestedAtMillis end of the wished window, epoch milliseconds
 * @param windowHours length back from there, 1 to 24, or 0 when {@code sinceMessageId} tells
 * @param sinceMessageId first message of the window, or null
 * @param requestedBy who asked
 */
public record DigestRequest(
    String tenantId,
    String groupId,
    String traceId,
    long requestedAtMillis,
    int windowHours,
    String sinceMessageId,
    String requestedBy) {}
