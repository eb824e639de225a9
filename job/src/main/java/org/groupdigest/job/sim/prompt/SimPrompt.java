package org.groupdigest.job.sim.prompt;

import java.util.List;
import java.util.Map;
import org.groupdigest.job.model.Stage;

/**
 * A prompt that was understood.
 *
 * @param stages what is asked for, at least one
 * @param language ISO 639-1 code of the digest
 * @param limits most findings of a stage, for stages that were told
 * @param data what to answer from
 */
public record SimPrompt(
    List<Stage> stages, String language, Map<Stage, Integer> limits, PromptData data) {}
