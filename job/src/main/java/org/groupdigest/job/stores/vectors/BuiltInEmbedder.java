package org.groupdigest.job.stores.vectors;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.groupdigest.job.model.GroupKey;
import org.groupdigest.udfs.text.HashingEmbedder;

/** Vectors without a model, offline and free; see {@link HashingEmbedder}. */
public final class BuiltInEmbedder implements Embedder {

  /** Goes up whenever the same text gets another vector. */
  private static final int VERSION = 1;

  private static final float[] NONE = {};

  private final int size;
  private final HashingEmbedder embedder;

  /**
   * @param size numbers of a vector
   */
  public BuiltInEmbedder(int size) {
    this.size = size;
    this.embedder = new HashingEmbedder(size);
  }

  @Override
  public String modelId() {
    return "hashing-" + VERSION + "-" + size;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public CompletionStage<Embedding> embed(GroupKey group, List<String> texts) {
    List<float[]> vectors = texts.stream().map(t -> embedder.embed(t).orElse(NONE)).toList();
    return CompletableFuture.completedFuture(
        new Embedding.Vectors(vectors, new EmbeddingUse(modelId(), texts.size(), 0, 0)));
  }
}
