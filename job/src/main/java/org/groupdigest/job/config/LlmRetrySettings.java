package org.groupdigest.job.config;

import java.io.Serializable;
import java.time.Duration;

/**
 * How long and how often models are asked.
 *
 * @param attempts HTTP requests for one model and prompt, the first included
 * @param baseDelay upper bound of the wait before the second request; it doubles from one to the
 *     next
 * @param maxDelay upper bound of every wait, unless the provider asks for more
 * @param callTimeout wall time of one HTTP request
 * @param deadline wall time of one prompt over all models, waits included
 */
public record LlmRetrySettings(
    int attempts, Duration baseDelay, Duration maxDelay, Duration callTimeout, Duration deadline)
    implements Serializable {}
