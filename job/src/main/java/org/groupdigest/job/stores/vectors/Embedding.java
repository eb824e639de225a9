package org.groupdigest.job.stores.vectors;

import java.time.Duration;
import java.util.List;

/** What came of embedding texts. */
public sealed interface Embedding {

  /**
   * One vector a text, in the order of the texts.
   *
   * @param vectors finite numbers, {@link Embedder#size()} of them; none for a text without words
   * @param use what it took
   */
  record Vectors(List<float[]> vectors, EmbeddingUse use) implements Embedding {

    /** Without the vectors, which tell what people wrote. */
    @Override
    public String toString() {
      return "Vectors[" + vectors.size() + ", " + use + "]";
    }
  }

  /**
   * There are none now; the same texts may be embedded later.
   *
   * @param code stable name of the reason
   * @param retryAfter how long the provider wants to be left alone, or null when it did not say
   */
  record Unavailable(String code, Duration retryAfter) implements Embedding {}

  /**
   * There will be none for these texts.
   *
   * @param code stable name of the reason
   * @param aboutTexts whether other texts may be embedded; else the settings are wrong, and nothing
   *     will be
   */
  record Refused(String code, boolean aboutTexts) implements Embedding {}
}
