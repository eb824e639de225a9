package org.groupdigest.connectors.llm;

import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;

/** Opens clients. */
public final class LlmClients {
  private LlmClients() {}

  /**
   * A client that speaks the endpoint's protocol. Reads keys and certificates, does not connect.
   *
   * @throws IllegalStateException if a key is not where it should be
   * @throws IllegalArgumentException if the CA file cannot be used
   */
  public static LlmClient open(LlmEndpoint endpoint) {
    return open(endpoint, Clock.systemUTC(), UUID::randomUUID);
  }

  /**
   * As {@link #open(LlmEndpoint)}.
   *
   * @param clock for the age of tokens and dates in answers
   * @param ids ids of the requests for tokens
   */
  static LlmClient open(LlmEndpoint endpoint, Clock clock, Supplier<UUID> ids) {
    // Sealed: one of the two.
    return endpoint instanceof OpenAiEndpoint openAi
        ? new OpenAiClient(openAi, clock)
        : new GigaChatClient((GigaChatEndpoint) endpoint, clock, ids);
  }
}
