package org.groupdigest.job.stores.vectors;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.groupdigest.job.model.GroupKey;

/**
 * Makes vectors of texts. Never blocks, never throws and never completes exceptionally: what goes
 * wrong is an {@link Embedding}. Thread-safe.
 */
public interface Embedder {

  /** What made the vectors: those of different ids are not to be compared. */
  String modelId();

  /** Numbers of a vector. */
  int size();

  /**
   * Embeds texts.
   *
   * @param group whose texts they are
   * @param texts masked, at least one, none blank
   */
  CompletionStage<Embedding> embed(GroupKey group, List<String> texts);
}
