package org.groupdigest.job.stores.vectors;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.groupdigest.connectors.llm.EmbeddingReply;
import org.groupdigest.connectors.llm.EmbeddingRequest;
import org.groupdigest.connectors.llm.LlmClient;
import org.groupdigest.connectors.llm.LlmFailure;
import org.groupdigest.connectors.llm.LlmFailure.Kind;
import org.groupdigest.job.model.Checksums;
import org.groupdigest.job.model.GroupKey;

/**
 * Vectors of a provider's model, one call for all texts, tried once. The provider sees a tenant as
 * an opaque name.
 */
public final class ModelEmbedder implements Embedder {

  /** The model gives vectors of another size than the settings say. */
  static final String WRONG_SIZE = "wrong_size";

  /** What providers answer to a text that they cannot take, beside the kinds of failures. */
  private static final Set<String> UNFIT_TEXT = Set.of("http_400", "http_413", "http_422");

  private final LlmClient client;
  private final String model;
  private final int size;
  private final Duration timeout;

  /**
   * @param client the provider, which is not closed
   * @param model the provider's name of the model
   * @param size numbers that its vectors must have
   * @param timeout wall time of a call
   */
  public ModelEmbedder(LlmClient client, String model, int size, Duration timeout) {
    this.client = client;
    this.model = model;
    this.size = size;
    this.timeout = timeout;
  }

  @Override
  public String modelId() {
    return model;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public CompletionStage<Embedding> embed(GroupKey group, List<String> texts) {
    String call = Checksums.sha256(model + "\n" + String.join("\n", texts));
    String user = Checksums.sha256("tenant:" + group.tenantId()).substring(0, 16);
    return client
        .embed(new EmbeddingRequest(model, texts, call.substring(0, 32), user, timeout))
        .thenApply(this::read);
  }

  private Embedding read(EmbeddingReply reply) {
    if (reply instanceof EmbeddingReply.Failed failed) {
      return failure(failed.failure());
    }
    EmbeddingReply.Answered answered = (EmbeddingReply.Answered) reply;
    List<float[]> vectors = answered.vectors();
    if (vectors.stream().anyMatch(vector -> vector.length != size)) {
      return new Embedding.Refused(WRONG_SIZE, false);
    }
    return new Embedding.Vectors(
        vectors, new EmbeddingUse(model, vectors.size(), 0, answered.promptTokens()));
  }

  private static Embedding failure(LlmFailure failure) {
    Kind kind = failure.kind();
    boolean unfit =
        kind == Kind.REFUSED_CONTENT
            || kind == Kind.CONTEXT_TOO_LONG
            || (kind == Kind.BAD_REQUEST && UNFIT_TEXT.contains(failure.detail()));
    return unfit
        ? new Embedding.Refused(kind.wireName(), true)
        : new Embedding.Unavailable(kind.wireName(), failure.retryAfter());
  }
}
