package org.groupdigest.job.stores.vectors;

import java.util.List;
import java.util.Locale;
import org.groupdigest.job.model.RelatedTopic;

/**
 * What came of looking for earlier topics.
 *
 * @param topics what was found, at most one for each topic of the digest
 * @param outcome how the lookup ended
 * @param use what embedding took
 */
public record RelatedLookup(List<RelatedTopic> topics, Outcome outcome, EmbeddingUse use) {

  /** Ends of a lookup: a closed set with stable names, constants only added. */
  public enum Outcome {
    /** There are earlier topics. */
    FOUND,
    /** There are none. */
    NOTHING,
    /** The time was over. */
    TIMEOUT,
    /** The embedder or the store is away. */
    UNAVAILABLE,
    /** The embedder or the store says no, and will say so again. */
    REFUSED,
    /** Nobody was asked, since all lookups failed a moment ago. */
    SKIPPED,
    /** A mistake in this program. */
    INTERNAL_ERROR,
    /** No vectors are kept. */
    OFF;

    /** The name on the wire: lower case. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** No vectors are kept. */
  static final RelatedLookup OFF = ended(Outcome.OFF);

  /** A lookup without a result. */
  static RelatedLookup ended(Outcome outcome) {
    return new RelatedLookup(List.of(), outcome, EmbeddingUse.NONE);
  }
}
