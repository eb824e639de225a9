package org.groupdigest.connectors.llm;

import java.util.List;

/** What came of an {@link EmbeddingRequest}. */
public sealed interface EmbeddingReply {

  /**
   * One vector for each text, in the order of the texts.
   *
   * @param vectors vectors of one length
   * @param model model as the provider reports it
   * @param promptTokens tokens sent, as reported
   */
  record Answered(List<float[]> vectors, String model, int promptTokens) implements EmbeddingReply {

    /** Without the vectors. */
    @Override
    public String toString() {
      return "Answered[%s, vectors %d, tokens %d]".formatted(model, vectors.size(), promptTokens);
    }
  }

  /**
   * There are no vectors.
   *
   * @param failure why
   */
  record Failed(LlmFailure failure) implements EmbeddingReply {}
}
