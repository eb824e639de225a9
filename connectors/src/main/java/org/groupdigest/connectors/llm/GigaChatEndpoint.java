package org.groupdigest.connectors.llm;

import java.time.Duration;
import java.util.Objects;

/**
 * GigaChat, with the service that gives out its access tokens.
 *
 * <pre>{@code
 * GigaChatEndpoint.builder()
 *     .authorizationKey(ApiKey.ofEnvironment("GIGACHAT_AUTHORIZATION_KEY"))
 *     .http(HttpOptions.defaults().withCaFile("/etc/ssl/provider-ca.pem"))
 *     .build();
 * }</pre>
 *
 * @param baseUrl such as {@code https://host/api/v1}; plain {@code http} for this machine only
 * @param authUrl where tokens are given out; plain {@code http} for this machine only
 * @param authorizationKey client id and secret in Base64, as the provider shows it
 * @param scope kind of contract: {@code GIGACHAT_API_PERS}, {@code _B2B} or {@code _CORP}
 * @param tokenTimeout wall time of one request for a token
 * @param responseFormat what the endpoint can hold a model to; it knows no {@link
 *     ResponseFormat#JSON_OBJECT}
 * @param http limits and trust
 */
public record GigaChatEndpoint(
    String baseUrl,
    String authUrl,
    ApiKey authorizationKey,
    String scope,
    Duration tokenTimeout,
    ResponseFormat responseFormat,
    HttpOptions http)
    implements LlmEndpoint {

  /** Checks the addresses, the key and the form of answers. */
  public GigaChatEndpoint {
    EndpointUrls.check("baseUrl", baseUrl);
    EndpointUrls.check("authUrl", authUrl);
    Objects.requireNonNull(authorizationKey, "authorizationKey");
    Objects.requireNonNull(scope, "scope");
    Objects.requireNonNull(tokenTimeout, "tokenTimeout");
    Objects.requireNonNull(responseFormat, "responseFormat");
    Objects.requireNonNull(http, "http");
    if (authorizationKey.isNone()) {
      throw new IllegalArgumentException("GigaChat needs an authorization key");
    }
    if (responseFormat == ResponseFormat.JSON_OBJECT) {
      throw new IllegalArgumentException("GigaChat knows NONE, JSON_SCHEMA, JSON_SCHEMA_STRICT");
    }
  }

  /** The public service, for individuals, without a response format, with the default limits. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link GigaChatEndpoint}. */
  public static final class Builder {
    private String baseUrl = "https://gigachat.devices.sberbank.ru/api/v1";
    private String authUrl = "https://ngw.devices.sberbank.ru:9443/api/v2/oauth";
    private ApiKey authorizationKey;
    private String scope = "GIGACHAT_API_PERS";
    private Duration tokenTimeout = Duration.ofSeconds(10);
    private ResponseFormat responseFormat = ResponseFormat.NONE;
    private HttpOptions http = HttpOptions.defaults();

    private Builder() {}

    /** Where chat and embeddings are. */
    public Builder baseUrl(String url) {
      this.baseUrl = url;
      return this;
    }

    /** Where tokens are given out. */
    public Builder authUrl(String url) {
      this.authUrl = url;
      return this;
    }

    /** Client id and secret in Base64; needed. */
    public Builder authorizationKey(ApiKey key) {
      this.authorizationKey = key;
      return this;
    }

    /** Kind of contract. */
    public Builder scope(String kind) {
      this.scope = kind;
      return this;
    }

    /** Wall time of one request for a token. */
    public Builder tokenTimeout(Duration timeout) {
      this.tokenTimeout = timeout;
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
     * @throws IllegalArgumentException if an address is not one or would show keys and prompts to
     *     the network, if there is no key, or if the response format is unknown to GigaChat
     */
    public GigaChatEndpoint build() {
      return new GigaChatEndpoint(
          baseUrl, authUrl, authorizationKey, scope, tokenTimeout, responseFormat, http);
    }
  }
}
