package org.groupdigest.job.stage;

import java.util.concurrent.CompletionStage;

/**
 * Something that can answer stages: the built-in engine or a model behind an endpoint. Never throws
 * and never completes exceptionally for an expected failure: that is a {@link StageAnswer.Failed}.
 */
public interface StageEngine {

  /** Answers the stages of a request together; the calling thread is not blocked. */
  CompletionStage<StageAnswer> answer(StageRequest request);
}
