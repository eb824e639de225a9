package org.groupdigest.job.app;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.groupdigest.connectors.llm.LlmClient;
import org.groupdigest.connectors.llm.LlmClients;
import org.groupdigest.connectors.qdrant.QdrantConfig;
import org.groupdigest.connectors.qdrant.QdrantPoints;
import org.groupdigest.connectors.redis.RedisValues;
import org.groupdigest.connectors.shared.Lease;
import org.groupdigest.connectors.shared.Secret;
import org.groupdigest.connectors.shared.SharedClients;
import org.groupdigest.job.config.DigestSettings;
import org.groupdigest.job.config.LlmSettings;
import org.groupdigest.job.config.SecretReference;
import org.groupdigest.job.config.StoreSettings;
import org.groupdigest.job.stores.vectors.BuiltInEmbedder;
import org.groupdigest.job.stores.vectors.CachedEmbedder;
import org.groupdigest.job.stores.vectors.Embedder;
import org.groupdigest.job.stores.vectors.ModelEmbedder;
import org.groupdigest.job.stores.vectors.OpenedEmbedder;
import org.groupdigest.job.stores.vectors.QdrantRelatedTopics;
import org.groupdigest.job.stores.vectors.RelatedTopics;

/** What the settings say of vectors, opened; clients are shared in a process. */
final class VectorStore {

  /** Longest wait for vectors where nobody waits for them. */
  static final Duration EMBEDDING_TIMEOUT = Duration.ofSeconds(30);

  private VectorStore() {}

  /** Where Qdrant is. */
  static QdrantConfig qdrant(StoreSettings.Vectors vectors, Duration callTimeout) {
    return new QdrantConfig(vectors.host(), vectors.port(), vectors.tls(), callTimeout);
  }

  /** Qdrant's key on this machine, empty for none. */
  static String apiKey(SecretReference reference) {
    return switch (reference.kind()) {
      case NONE -> "";
      case ENVIRONMENT -> Secret.environment(reference.name()).get();
      case FILE -> Secret.file(Path.of(reference.name())).get();
    };
  }

  /**
   * The embedding model if there is one, its vectors remembered in Redis if there is one; else the
   * built-in embedder.
   *
   * @param timeout wall time of a call to the model
   */
  static OpenedEmbedder embedder(DigestSettings settings, Endpoints endpoints, Duration timeout) {
    int size = settings.stores().vectors().embeddingSize();
    LlmSettings llm = settings.llm();
    if (!llm.endpoint().isConfigured() || llm.models().embedding().isEmpty()) {
      return new OpenedEmbedder(new BuiltInEmbedder(size), () -> {});
    }
    SharedClients clients = SharedClients.ofProcess();
    Lease<LlmClient> provider =
        clients.lease(new ProviderKey(llm), () -> LlmClients.open(ModelEndpoints.of(llm)));
    Embedder model = new ModelEmbedder(provider.client(), llm.models().embedding(), size, timeout);
    if (endpoints.redisUri() == null) {
      return new OpenedEmbedder(model, provider::close);
    }
    Lease<RedisValues> redis =
        clients.lease(endpoints.redis(), () -> RedisValues.open(endpoints.redis()));
    return new OpenedEmbedder(
        new CachedEmbedder(model, redis.client()),
        () -> {
          provider.close();
          redis.close();
        });
  }

  /** What looks for earlier topics, one for the process; null where no vectors are kept. */
  static Lease<SharedRelated> related(DigestSettings settings, Endpoints endpoints) {
    return settings.stores().vectors().isConfigured()
        ? SharedClients.ofProcess()
            .lease(
                new RelatedKey(settings.stores().vectors(), settings.llm(), endpoints),
                () -> new SharedRelated(settings, endpoints))
        : null;
  }

  /** One way to the provider for embeddings, apart from that of the stages. */
  private record ProviderKey(LlmSettings settings) {}

  private record RelatedKey(StoreSettings.Vectors vectors, LlmSettings llm, Endpoints endpoints) {}

  /** Shared, so that who is away is away for all operators of the process. */
  static final class SharedRelated implements AutoCloseable {

    private final OpenedEmbedder embedder;
    private final QdrantPoints points;
    private final RelatedTopics related;

    private SharedRelated(DigestSettings settings, Endpoints endpoints) {
      StoreSettings.Vectors vectors = settings.stores().vectors();
      Duration timeout = vectors.relatedTimeout();
      this.points = QdrantPoints.open(qdrant(vectors, timeout), apiKey(vectors.apiKey()));
      this.embedder = VectorStore.embedder(settings, endpoints, timeout);
      this.related =
          new QdrantRelatedTopics(
              points, embedder.embedder(), vectors.relatedSimilarity(), timeout, Clock.systemUTC());
    }

    RelatedTopics related() {
      return related;
    }

    @Override
    public void close() {
      points.close();
      embedder.close();
    }
  }
}
