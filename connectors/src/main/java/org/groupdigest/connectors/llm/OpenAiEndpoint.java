package org.groupdigest.connectors.llm;

import java.util.Objects;

/**
 * An endpoint that speaks the chat completions protocol of OpenAI.
 *
 * <pre>{@code
 * OpenAiEndpoint.builder("https://api.openai.com/v1")
 *     .key(ApiKey.ofEnvironment("OPENAI_API_KEY"))
 *     .build();
 * }</pre>
 *
 * @param baseUrl such as {@code https://host/v1}; plain {@code http} for this machine only
 * @param key bearer key, {@link ApiKey#none()} where none is asked for
 * @param responseFormat what the endpoint can hold a model to
 * @param http limits and trust
 */
public record OpenAiEndpoint(
    String baseUrl, ApiKey key, ResponseFormat responseFormat, HttpOptions http)
    implements LlmEndpoint {

  /** Checks the address. */
  public OpenAiEndpoint {
    EndpointUrls.check("baseUrl", baseUrl);
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(responseFormat, "responseFormat");
    Objects.requireNonNull(http, "http");
  }

  /** An endpoint without a response format and with the default limits. */
  public static Builder builder(String baseUrl) {
    return new Builder(baseUrl);
  }

  /** Builds an {@link OpenAiEndpoint}. */
  public static final class Builder {
    private final String baseUrl;
    private ApiKey key;
    private ResponseFormat responseFormat = ResponseFormat.NONE;
    private HttpOptions http = HttpOptions.defaults();

    private Builder(String baseUrl) {
      this.baseUrl = baseUrl;
    }

    /** The bearer key; has to be said, be it that there is none. */
    public Builder key(ApiKey apiKey) {
      this.key = apiKey;
      return this;
    }

    /** What the endpoint can hold a model to. */
    public Builder responseFormat(ResponseFormat format) {
      this.responseFormat = format;
      return this;
    }

    /** Limits and trust. */
    public Builder http(HttpOptions options) {
      this.http = options;
      return this;
    }

    /**
     * The endpoint.
     *
     * @throws IllegalArgumentException if the address is not one, or would show keys and prompts to
     *     the network
     */
    public OpenAiEndpoint build() {
      return new OpenAiEndpoint(baseUrl, key, responseFormat, http);
    }
  }
}
