package org.groupdigest.job.config;

import java.io.Serializable;
import java.time.Duration;

/**
 * What may be asked of models, and when they are left alone.
 *
 * @param concurrency HTTP requests in flight in one process
 * @param tenantConcurrency those of one tenant
 * @param failureThreshold failures in a row that open a circuit
 * @param recovery time a circuit stays open
 * @param proCalls calls above the tier base of a tenant in 24 hours
 * @param proTokens tokens of those calls
 * @param tokens tokens of all calls of a tenant in 24 hours; 0 for no bound
 */
public record LlmLimitSettings(
    int concurrency,
    int tenantConcurrency,
    int failureThreshold,
    Duration recovery,
    int proCalls,
    long proTokens,
    long tokens)
    implements Serializable {}
