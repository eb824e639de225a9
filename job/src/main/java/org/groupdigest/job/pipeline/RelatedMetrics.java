package org.groupdigest.job.pipeline;

import org.apache.flink.metrics.MetricGroup;
import org.groupdigest.job.metrics.LabelledCounters;
import org.groupdigest.job.stores.vectors.EmbeddingMetrics;
import org.groupdigest.job.stores.vectors.RelatedLookup;
import org.groupdigest.job.stores.vectors.RelatedLookup.Outcome;

/** Counts lookups of earlier topics. Thread-safe: they end on the clients' threads. */
final class RelatedMetrics {

  private final LabelledCounters lookups;
  private final EmbeddingMetrics embeddings;

  RelatedMetrics(MetricGroup group) {
    lookups = new LabelledCounters(group, "digest_related_lookups_total", "outcome");
    embeddings = new EmbeddingMetrics(group);
  }

  /** Counts a lookup and what it took; without vectors there are no lookups. */
  synchronized void count(RelatedLookup lookup) {
    if (lookup.outcome() != Outcome.OFF) {
      lookups.add(1, lookup.outcome().wireName());
      embeddings.used(lookup.use());
    }
  }
}
