package org.groupdigest.job.config;

import java.io.Serializable;
import java.util.Map;
import org.groupdigest.job.model.Stage;

/**
 * The provider's names of models; empty where a tier has none of its own.
 *
 * @param base model of the tier {@code base}
 * @param pro model of the tier {@code pro}
 * @param max model of the tier {@code max}
 * @param embedding model of embeddings
 * @param stageTiers tier ({@code base}, {@code pro}, {@code max}) of every stage that asks models
 */
public record LlmModels(
    String base, String pro, String max, String embedding, Map<Stage, String> stageTiers)
    implements Serializable {}
