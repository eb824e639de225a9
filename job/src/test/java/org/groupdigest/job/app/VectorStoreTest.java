package org.groupdigest.job.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.groupdigest.connectors.shared.Lease;
import org.groupdigest.connectors.shared.StoreException;
import org.groupdigest.job.config.DigestSettings;
import org.groupdigest.job.config.SecretReference;
import org.groupdigest.job.stores.vectors.BuiltInEmbedder;
import org.groupdigest.job.stores.vectors.CachedEmbedder;
import org.groupdigest.job.stores.vectors.Embedder;
import org.groupdigest.job.stores.vectors.ModelEmbedder;
import org.groupdigest.job.stores.vectors.OpenedEmbedder;
import org.groupdigest.job.testing.TestSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the settings say is what is opened; nobody is asked for that. */
class VectorStoreTest {

  private static final Endpoints WITHOUT_REDIS = new Endpoints("", "", "", "", null);
  private static final Endpoints WITH_REDIS = new Endpoints("", "", "", "", "redis://127.0.0.1:1");
  private static final Map<String, String> MODEL =
      Map.of(
          "DIGEST_LLM_PROVIDER", "openai",
          "DIGEST_LLM_URL", "http://127.0.0.1:1/v1",
          "DIGEST_LLM_MODEL_BASE", "small",
          "DIGEST_EMBEDDING_SIZE", "8");

  @TempDir private Path folder;

  @Test
  void withoutAProviderTheBuiltInEmbedderIsUsed() {
    Embedder embedder = opened(Map.of("DIGEST_EMBEDDING_SIZE", "8"), WITH_REDIS);
    assertThat(embedder).isInstanceOf(BuiltInEmbedder.class);
    assertThat(embedder.modelId()).isEqualTo("hashing-1-8");
  }

  @Test
  void aProviderWithoutAnEmbeddingModelDoesNotChangeThat() {
    assertThat(opened(MODEL, WITH_REDIS)).isInstanceOf(BuiltInEmbedder.class);
  }

  @Test
  void anEmbeddingModelIsUsedAndItsVectorsAreRememberedWhereThereIsRedis() {
    Map<String, String> embedding = new HashMap<>(MODEL);
    embedding.put("DIGEST_LLM_EMBEDDING_MODEL", "emb-1");
    assertThat(opened(embedding, WITHOUT_REDIS)).isInstanceOf(ModelEmbedder.class);
    Embedder cached = opened(embedding, WITH_REDIS);
    assertThat(cached).isInstanceOf(CachedEmbedder.class);
    assertThat(cached.modelId()).isEqualTo("emb-1");
    assertThat(cached.size()).isEqualTo(8);
  }

  @Test
  void whereNoVectorsAreKeptNothingLooksForThem() {
    assertThat(VectorStore.related(TestSettings.defaults(), WITHOUT_REDIS)).isNull();
  }

  @Test
  void allOperatorsOfAProcessShareOneWayToTheStore() {
    DigestSettings settings = TestSettings.with(Map.of("DIGEST_QDRANT_HOST", "127.0.0.1"));
    try (Lease<VectorStore.SharedRelated> one = VectorStore.related(settings, WITHOUT_REDIS);
        Lease<VectorStore.SharedRelated> other = VectorStore.related(settings, WITHOUT_REDIS)) {
      assertThat(one.client()).isSameAs(other.client());
      assertThat(one.client().related()).isNotNull();
    }
  }

  @Test
  void theKeyIsReadWhereItIs() throws Exception {
    Path file = Files.writeString(folder.resolve("key"), "pear\n");
    assertThat(VectorStore.apiKey(SecretReference.file(file.toString()))).isEqualTo("pear");
    assertThat(VectorStore.apiKey(SecretReference.none())).isEmpty();
    assertThatThrownBy(() -> VectorStore.apiKey(SecretReference.file(folder + "/none")))
        .isInstanceOf(StoreException.class);
  }

  private static Embedder opened(Map<String, String> settings, Endpoints endpoints) {
    try (OpenedEmbedder opened =
        VectorStore.embedder(TestSettings.with(settings), endpoints, Duration.ofSeconds(1))) {
      return opened.embedder();
    }
  }
}
