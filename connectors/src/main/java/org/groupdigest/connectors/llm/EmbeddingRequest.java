package org.groupdigest.connectors.llm;

import java.time.Duration;
import java.util.List;

/**
 * Texts whose vectors are wanted.
 *
 * @param model the provider's name of the model
 * @param texts at least one
 * @param idempotencyKey names this call in logs; the same for every try of it
 * @param user opaque name of the tenant, never its id, or null
 * @param timeout wall time from the first byte sent to the last received
 */
public record EmbeddingRequest(
    String model, List<String> texts, String idempotencyKey, String user, Duration timeout) {

  /** Without the texts. */
  @Override
  public String toString() {
    return "EmbeddingRequest[%s, %s]".formatted(model, idempotencyKey);
  }
}
