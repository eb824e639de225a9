package org.groupdigest.connectors.llm;

import com.fasterxml.jackson.databind.JsonNode;
import org.groupdigest.connectors.llm.LlmFailure.Kind;

/**
 * What the answer to one request means.
 *
 * @param <R> the reply
 */
interface AnswerReader<R> {

  /** The reply to a whole JSON answer with a status of success. */
  R answered(JsonNode answer);

  /** The reply that there is no answer. */
  R failed(LlmFailure failure);

  /** The answer is not what it should be. */
  default R malformed(String detail) {
    return failed(LlmFailure.of(Kind.MALFORMED, detail));
  }
}
