package org.groupdigest.job.config;

import java.io.Serializable;

/**
 * All settings of language models; see {@link LlmOptions}, {@link LlmLimitOptions} and {@link
 * LlmKeys}. Holds no key, only where it is.
 *
 * @param endpoint where models are reached
 * @param models which models there are
 * @param plan how windows become prompts
 * @param retry how long and how often models are asked
 * @param limits what may be asked of them
 * @param prices what they cost
 */
public record LlmSettings(
    LlmEndpoint endpoint,
    LlmModels models,
    LlmPlanSettings plan,
    LlmRetrySettings retry,
    LlmLimitSettings limits,
    LlmPrices prices)
    implements Serializable {}
