package org.groupdigest.job.stores.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.groupdigest.job.stores.vectors.VectorDigests.GROUP;

import java.time.Duration;
import java.util.List;
import org.groupdigest.connectors.llm.EmbeddingRequest;
import org.groupdigest.connectors.llm.LlmFailure;
import org.groupdigest.connectors.llm.LlmFailure.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelEmbedderTest {

  private static final Duration TIMEOUT = Duration.ofSeconds(3);

  private final FakeProvider provider = new FakeProvider();
  private final ModelEmbedder embedder = new ModelEmbedder(provider, "emb-1", 2, TIMEOUT);

  @Test
  void allTextsAreOneCallAndTheProviderDoesNotLearnWhoseTheyAre() {
    Embedding.Vectors made = (Embedding.Vectors) embed("one", "three");

    assertThat(made.vectors()).containsExactly(new float[] {3, 1}, new float[] {5, 1});
    assertThat(made.use()).isEqualTo(new EmbeddingUse("emb-1", 2, 0, 10));
    EmbeddingRequest request = provider.requests().get(0);
    assertThat(provider.requests()).hasSize(1);
    assertThat(request.model()).isEqualTo("emb-1");
    assertThat(request.timeout()).isEqualTo(TIMEOUT);
    assertThat(request.user()).hasSize(16).doesNotContain("acme");
    assertThat(request.idempotencyKey()).hasSize(32);
  }

  @Test
  void vectorsOfAnotherSizeThanTheSettingsSayAreRefused() {
    provider.size(3);
    assertThat(embed("one")).isEqualTo(new Embedding.Refused("wrong_size", false));
  }

  @ParameterizedTest
  @CsvSource({
    "RATE_LIMITED,http_429",
    "OVERLOADED,http_503",
    "TIMEOUT,read",
    "UNREACHABLE,connect",
    "BAD_CREDENTIALS,http_401",
    "PAYMENT_REQUIRED,http_402",
    "BAD_REQUEST,http_404",
    "MALFORMED,answer"
  })
  void whatMayBeMendedIsTriedLater(Kind kind, String detail) {
    provider.failWith(new LlmFailure(kind, Duration.ofSeconds(9), detail));
    assertThat(embed("one"))
        .isEqualTo(new Embedding.Unavailable(kind.wireName(), Duration.ofSeconds(9)));
  }

  @ParameterizedTest
  @CsvSource({
    "REFUSED_CONTENT,http_400",
    "CONTEXT_TOO_LONG,http_400",
    "BAD_REQUEST,http_400",
    "BAD_REQUEST,http_422"
  })
  void whatIsAboutTheTextsIsNot(Kind kind, String detail) {
    provider.failWith(LlmFailure.of(kind, detail));
    assertThat(embed("one")).isEqualTo(new Embedding.Refused(kind.wireName(), true));
  }

  private Embedding embed(String... texts) {
    return embedder.embed(GROUP, List.of(texts)).toCompletableFuture().join();
  }
}
