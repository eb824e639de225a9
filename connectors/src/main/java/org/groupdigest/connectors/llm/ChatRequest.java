package org.groupdigest.connectors.llm;

import java.time.Duration;
import java.util.List;

/**
 * What a model is asked.
 *
 * @param model the provider's name of the model
 * @param messages the conversation, at least one
 * @param responseSchema form of the answer, or null; ignored where the provider has no such thing
 * @param maxAnswerTokens most tokens of the answer, at least 1
 * @param temperature 0 for the most likely answer
 * @param idempotencyKey names this call in the provider's and in our logs; the same for every try
 *     of it
 * @param user opaque name of the tenant, never its id, or null
 * @param timeout wall time from the first byte sent to the last received
 */
public record ChatRequest(
    String model,
    List<ChatMessage> messages,
    ResponseSchema responseSchema,
    int maxAnswerTokens,
    double temperature,
    String idempotencyKey,
    String user,
    Duration timeout) {

  /** Without the conversation. */
  @Override
  public String toString() {
    return "ChatRequest[%s, %s]".formatted(model, idempotencyKey);
  }
}
