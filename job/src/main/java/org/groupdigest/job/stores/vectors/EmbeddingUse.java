package org.groupdigest.job.stores.vectors;

/**
 * What it took to embed texts.
 *
 * @param model what made the vectors, see {@link Embedder#modelId()}
 * @param made texts that were embedded
 * @param cached texts whose vectors were known
 * @param tokens tokens that the provider reports for those that were embedded; 0 without a provider
 */
public record EmbeddingUse(String model, int made, int cached, int tokens) {

  /** Nothing was asked of anybody. */
  public static final EmbeddingUse NONE = new EmbeddingUse("none", 0, 0, 0);
}
