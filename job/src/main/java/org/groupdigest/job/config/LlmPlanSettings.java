package org.groupdigest.job.config;

import java.io.Serializable;

/**
 * How windows become prompts.
 *
 * @param kind which stages one request answers
 * @param microWindow windows of fewer messages are micro windows
 * @param largeWindow windows of more messages are cut into chunks
 * @param chunkSize messages of a chunk
 * @param contextTokens tokens that every model takes, prompt and answer together
 */
public record LlmPlanSettings(
    CallPlanKind kind, int microWindow, int largeWindow, int chunkSize, int contextTokens)
    implements Serializable {}
