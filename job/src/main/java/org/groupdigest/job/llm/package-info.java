/**
 * How stages reach models: prompts, routing between models, quotas, and answers that are paid for
 * once. Knows the wire only through {@link org.groupdigest.connectors.llm.LlmClient}.
 */
package org.groupdigest.job.llm;
