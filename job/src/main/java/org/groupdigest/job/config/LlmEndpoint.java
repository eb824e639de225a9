package org.groupdigest.job.config;

import java.io.Serializable;

/**
 * Where models are reached. Texts that are not set are empty.
 *
 * @param provider who answers
 * @param url base URL, without a slash at the end
 * @param key the API key, or GigaChat's authorization key
 * @param caFile PEM file of the certificate authority to trust beside the usual ones
 * @param responseFormat how the server is held to JSON
 * @param authUrl where GigaChat's tokens come from
 * @param scope what GigaChat's tokens are for
 */
public record LlmEndpoint(
    LlmProvider provider,
    String url,
    SecretReference key,
    String caFile,
    LlmResponseFormat responseFormat,
    String authUrl,
    String scope)
    implements Serializable {

  /** Whether there is anybody to ask. */
  public boolean isConfigured() {
    return provider != LlmProvider.NONE;
  }
}
