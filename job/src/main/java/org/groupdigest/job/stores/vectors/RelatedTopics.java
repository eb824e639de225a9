package org.groupdigest.job.stores.vectors;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.groupdigest.job.model.Topics.Topic;
import org.groupdigest.job.model.WindowRef;

/**
 * Finds what a group has discussed before. Never blocks, never throws, never completes
 * exceptionally, and completes in a time that is bounded: a digest does not wait for a store that
 * it can do without.
 */
@FunctionalInterface
public interface RelatedTopics {

  /**
   * Looks for earlier topics of the window's group, at most one for each topic.
   *
   * @param window the digest's window: only what had ended before it began is earlier
   * @param topics topics of the digest
   */
  CompletionStage<RelatedLookup> find(WindowRef window, List<Topic> topics);

  /** Where no vectors are kept: nothing is found and nobody is asked. */
  static RelatedTopics none() {
    return (window, topics) -> CompletableFuture.completedFuture(RelatedLookup.OFF);
  }
}
