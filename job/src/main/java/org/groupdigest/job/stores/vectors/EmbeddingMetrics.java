package org.groupdigest.job.stores.vectors;

import org.apache.flink.metrics.MetricGroup;
import org.groupdigest.job.metrics.LabelledCounters;

/**
 * Counts texts that are embedded, what that costs and why it fails. Thread-safe: answers come on
 * the clients' threads.
 */
public final class EmbeddingMetrics {

  private final LabelledCounters texts;
  private final LabelledCounters tokens;
  private final LabelledCounters failures;

  /**
   * @param group operator's metric group
   */
  public EmbeddingMetrics(MetricGroup group) {
    texts = new LabelledCounters(group, "digest_embedded_texts_total", "source");
    tokens = new LabelledCounters(group, "digest_tokens_total", "model", "kind");
    failures = new LabelledCounters(group, "digest_embedding_failures_total", "reason");
  }

  /** Counts what it took. */
  public synchronized void used(EmbeddingUse use) {
    if (use.made() > 0) {
      texts.add(use.made(), "made");
    }
    if (use.cached() > 0) {
      texts.add(use.cached(), "cached");
    }
    if (use.tokens() > 0) {
      tokens.add(use.tokens(), use.model(), "embedding");
    }
  }

  /** Counts a failure by the code of {@link Embedding}. */
  public synchronized void failed(String code) {
    failures.add(1, code);
  }
}
