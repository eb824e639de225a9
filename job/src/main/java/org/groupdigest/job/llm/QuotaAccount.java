package org.groupdigest.job.llm;

/**
 * What a tenant may spend on something in 24 hours.
 *
 * @param tenantId tenant
 * @param name what it is spent on, such as {@code pro} or {@code all}
 * @param maxCalls most calls, or {@link Long#MAX_VALUE}
 * @param maxTokens most tokens, prompts and answers together, or {@link Long#MAX_VALUE}
 */
public record QuotaAccount(String tenantId, String name, long maxCalls, long maxTokens) {}
