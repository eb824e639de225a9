package org.groupdigest.job.model;

import java.time.Instant;

/**
 * A record or window that could not be processed, with what an operator needs to act.
 *
 * @param stage step that gave up, such as {@code ingest} or a stage's wire name
 * @param errorCode out of the closed set
 * @param error one line without any chat text
 * @param stackTrace frames without messages, or null for expected failures
 * @param payloadSnippet masked start of the payload, at most 500 code points
 * @param retryCount how often it was tried again
 * @param firstSeenAt broker time of the record, or end of the window
 * @param nextRetryAt when it will be tried again, or null when a person must act
 * @param nextAction what to do
 * @param tenantId tenant as far as it is known, else empty
 * @param groupId group as far as it is known, else empty
 * @param traceId trace as far as it is known, else empty
 * @param source where it came from
 */
public record DeadLetter(
    String stage,
    ErrorCode errorCode,
    String error,
    String stackTrace,
    String payloadSnippet,
    int retryCount,
    Instant firstSeenAt,
    Instant nextRetryAt,
    String nextAction,
    String tenantId,
    String groupId,
    String traceId,
    SourcePosition source) {}
