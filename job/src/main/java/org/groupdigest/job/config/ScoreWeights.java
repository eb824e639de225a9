package org.groupdigest.job.config;

import java.io.Serializable;

/**
 * What each component of a message's score counts; the sum may pass 1.
 *
 * @param recency how new it is, {@code DIGEST_CONTEXT_RECENCY_WEIGHT}
 * @param reply whether it answers one, {@code DIGEST_CONTEXT_REPLY_WEIGHT}
 * @param length how long it is, {@code DIGEST_CONTEXT_LENGTH_WEIGHT}
 * @param reactions how many reacted, {@code DIGEST_CONTEXT_REACTIONS_WEIGHT}
 * @param media how many attachments it has, {@code DIGEST_CONTEXT_MEDIA_WEIGHT}
 */
public record ScoreWeights(
    double recency, double reply, double length, double reactions, double media)
    implements Serializable {

  /** The product's weights. */
  public static ScoreWeights defaults() {
    return new ScoreWeights(0.5, 0.25, 0.15, 0.1, 0.12);
  }
}
