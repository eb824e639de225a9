package org.groupdigest.connectors.llm;

import java.io.Serializable;

/**
 * A provider and how to reach it. Endpoints are equal by value, so that they are keys of {@link
 * org.groupdigest.connectors.shared.SharedClients}, and travel with a job without its keys.
 *
 * <pre>{@code
 * Lease<LlmClient> lease =
 *     SharedClients.ofProcess().lease(endpoint, () -> LlmClients.open(endpoint));
 * }</pre>
 */
public sealed interface LlmEndpoint extends Serializable permits OpenAiEndpoint, GigaChatEndpoint {

  /** Where {@code /chat/completions} and {@code /embeddings} are. */
  String baseUrl();

  /** What the endpoint can hold a model to. */
  ResponseFormat responseFormat();

  /** Limits and trust. */
  HttpOptions http();
}
