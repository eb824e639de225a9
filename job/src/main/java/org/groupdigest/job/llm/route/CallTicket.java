package org.groupdigest.job.llm.route;

import org.groupdigest.connectors.llm.LlmFailure;

/** A request under way; told once how it ended, whatever is said later counts nothing. */
interface CallTicket {

  /** The model answered. */
  void answered();

  /** The model did not answer. */
  void failed(LlmFailure failure);

  /** There was no request, or it says nothing about the model. */
  void abandoned();
}
