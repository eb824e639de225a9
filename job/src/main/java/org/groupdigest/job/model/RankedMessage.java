package org.groupdigest.job.model;

/**
 * A message's place in the ranking; every component is unweighted and in 0..1.
 *
 * @param messageId which message
 * @param score weighted sum after penalties, rounded to 4 digits half-even
 * @param recency 2^(-age / half-life), age from the newest message
 * @param reply 1 if it answers one, else 0
 * @param length min(1, code points / 400)
 * @param reactions min(1, reactions / 5)
 * @param media min(1, attachments / 4)
 */
public record RankedMessage(
    String messageId,
    double score,
    double recency,
    double reply,
    double length,
    double reactions,
    double media) {}
