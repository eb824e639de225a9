package org.groupdigest.job.app;

import java.nio.file.Path;
import org.groupdigest.connectors.llm.ApiKey;
import org.groupdigest.connectors.llm.GigaChatEndpoint;
import org.groupdigest.connectors.llm.HttpOptions;
import org.groupdigest.connectors.llm.LlmEndpoint;
import org.groupdigest.connectors.llm.OpenAiEndpoint;
import org.groupdigest.connectors.llm.ResponseFormat;
import org.groupdigest.job.config.LlmSettings;
import org.groupdigest.job.config.SecretReference;

/** Endpoints of models out of the settings. Keys stay where they are until a client is opened. */
final class ModelEndpoints {

  private ModelEndpoints() {}

  /**
   * The endpoint that the settings name.
   *
   * @throws IllegalArgumentException if there is none, or no client could reach it
   */
  static LlmEndpoint of(LlmSettings settings) {
    return switch (settings.endpoint().provider()) {
      case OPENAI -> openAi(settings);
      case GIGACHAT -> gigaChat(settings);
      case NONE -> throw new IllegalArgumentException("no provider of models is configured");
    };
  }

  private static LlmEndpoint openAi(LlmSettings settings) {
    return OpenAiEndpoint.builder(settings.endpoint().url())
        .key(key(settings.endpoint().key()))
        .responseFormat(format(settings))
        .http(http(settings))
        .build();
  }

  private static LlmEndpoint gigaChat(LlmSettings settings) {
    return GigaChatEndpoint.builder()
        .baseUrl(settings.endpoint().url())
        .authUrl(settings.endpoint().authUrl())
        .authorizationKey(key(settings.endpoint().key()))
        .scope(settings.endpoint().scope())
        .responseFormat(format(settings))
        .http(http(settings))
        .build();
  }

  private static ApiKey key(SecretReference reference) {
    return switch (reference.kind()) {
      case NONE -> ApiKey.none();
      case ENVIRONMENT -> ApiKey.ofEnvironment(reference.name());
      case FILE -> ApiKey.ofFile(Path.of(reference.name()));
    };
  }

  private static ResponseFormat format(LlmSettings settings) {
    return switch (settings.endpoint().responseFormat()) {
      case NONE -> ResponseFormat.NONE;
      case JSON_OBJECT -> ResponseFormat.JSON_OBJECT;
      case JSON_SCHEMA -> ResponseFormat.JSON_SCHEMA;
    };
  }

  private static HttpOptions http(LlmSettings settings) {
    HttpOptions options = HttpOptions.defaults().withMaxRequests(settings.limits().concurrency());
    String caFile = settings.endpoint().caFile();
    return caFile.isEmpty() ? options : options.withCaFile(caFile);
  }
}
