package org.groupdigest.job.llm;

import java.util.concurrent.CompletionStage;

/**
 * Finds a model for a prompt and gets the answer: looked up before it is paid for, stored before it
 * is used. Never blocks, never throws, never completes exceptionally.
 */
public interface LlmRouter {

  /** Routes a prompt. */
  CompletionStage<RoutedAnswer> route(RoutedRequest request);
}
