package org.groupdigest.job.config;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The settings of a job, parsed once and checked together; see {@link DigestOptions} for meaning
 * and units of each.
 *
 * @param windowGrace see {@link DigestOptions#WINDOW_GRACE}
 * @param redeliveryHorizon see {@link DigestOptions#REDELIVERY_HORIZON}
 * @param windowHours see {@link DigestOptions#WINDOW_HOURS}
 * @param timeZone see {@link DigestOptions#TIME_ZONE}
 * @param language see {@link DigestOptions#LANGUAGE}
 * @param minMessages see {@link DigestOptions#MIN_MESSAGES}
 * @param rollout see {@link DigestOptions#AGENT_ENABLED}
 * @param deliveryScopes see {@link DigestOptions#DELIVERY_SCOPE}
 * @param qualityThreshold see {@link DigestOptions#QUALITY_THRESHOLD}
 * @param maxRetries see {@link DigestOptions#MAX_RETRIES}
 * @param stageTimeout see {@link DigestOptions#STAGE_TIMEOUT}
 * @param stageCapacity see {@link DigestOptions#STAGE_CAPACITY}
 * @param linkPatterns URL template by source, see {@link DigestOptions#LINK_PATTERNS}
 * @param context numbers of the context assembly, see {@link ContextOptions}
 * @param llm settings of language models, see {@link LlmOptions}
 * @param stores settings of the optional stores, see {@link StoreOptions}
 * @param phoneRegions see {@link DigestOptions#PHONE_REGIONS}
 */
public record DigestSettings(
    Duration windowGrace,
    Duration redeliveryHorizon,
    List<Integer> windowHours,
    String timeZone,
    String language,
    int minMessages,
    Rollout rollout,
    Set<String> deliveryScopes,
    double qualityThreshold,
    int maxRetries,
    Duration stageTimeout,
    int stageCapacity,
    Map<String, String> linkPatterns,
    ContextSettings context,
    LlmSettings llm,
    StoreSettings stores,
    List<String> phoneRegions)
    implements Serializable {}
