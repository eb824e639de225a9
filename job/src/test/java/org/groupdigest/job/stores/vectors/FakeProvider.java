package org.groupdigest.job.stores.vectors;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.groupdigest.connectors.llm.ChatReply;
import org.groupdigest.connectors.llm.ChatRequest;
import org.groupdigest.connectors.llm.EmbeddingReply;
import org.groupdigest.connectors.llm.EmbeddingRequest;
import org.groupdigest.connectors.llm.LlmClient;
import org.groupdigest.connectors.llm.LlmFailure;

/** A provider whose vectors are the length of the text and 1; fails as it is told to. */
final class FakeProvider implements LlmClient {

  private final List<EmbeddingRequest> requests = new ArrayList<>();
  private final Deque<LlmFailure> failures = new ArrayDeque<>();
  private int size = 2;

  /** The next call fails so. */
  synchronized void failWith(LlmFailure failure) {
    failures.add(failure);
  }

  /** From now on vectors have this size. */
  synchronized void size(int numbers) {
    size = numbers;
  }

  synchronized List<EmbeddingRequest> requests() {
    return List.copyOf(requests);
  }

  @Override
  public synchronized CompletionStage<EmbeddingReply> embed(EmbeddingRequest request) {
    requests.add(request);
    if (!failures.isEmpty()) {
      return CompletableFuture.completedFuture(new EmbeddingReply.Failed(failures.remove()));
    }
    List<float[]> vectors = request.texts().stream().map(this::vector).toList();
    return CompletableFuture.completedFuture(
        new EmbeddingReply.Answered(vectors, "provider's own name", 5 * vectors.size()));
  }

  private float[] vector(String text) {
    float[] vector = new float[size];
    vector[0] = text.length();
    vector[size - 1] = 1;
    return vector;
  }

  @Override
  public CompletionStage<ChatReply> chat(ChatRequest request) {
    throw new AssertionError("nobody asked for a conversation");
  }

  @Override
  public void close() {
    // Nothing is open.
  }
}
