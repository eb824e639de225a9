package org.groupdigest.job.stores.vectors;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import org.groupdigest.job.model.GroupKey;

/**
 * An embedder that does what a test says.
 *
 * @param modelId its name
 * @param size numbers of its vectors
 * @param answers what it answers
 */
record StubEmbedder(
    String modelId,
    int size,
    BiFunction<GroupKey, List<String>, CompletionStage<Embedding>> answers)
    implements Embedder {

  static StubEmbedder answering(Embedding embedding) {
    return new StubEmbedder(
        "stub", 2, (group, texts) -> CompletableFuture.completedFuture(embedding));
  }

  @Override
  public CompletionStage<Embedding> embed(GroupKey group, List<String> texts) {
    return answers.apply(group, texts);
  }
}
