package org.groupdigest.connectors.llm;

import java.util.concurrent.CompletionStage;

/**
 * Speaks to one provider of language models. One request of ours is one HTTP request: nothing is
 * tried again here, so that there is exactly one layer of retries, above. Never blocks the calling
 * thread, never throws and never completes exceptionally: what goes wrong is a {@link LlmFailure}.
 */
public interface LlmClient extends AutoCloseable {

  /** Asks a model to answer. */
  CompletionStage<ChatReply> chat(ChatRequest request);

  /** Asks a model for vectors of texts. */
  CompletionStage<EmbeddingReply> embed(EmbeddingRequest request);

  /** Closes connections and threads; requests in flight fail as unreachable. */
  @Override
  void close();
}
