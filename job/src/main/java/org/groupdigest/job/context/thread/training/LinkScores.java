package org.groupdigest.job.context.thread.training;

import java.util.Locale;

/**
 * How well links and conversations were found, in percent, as in Kummerfeld et al. 2019.
 *
 * @param messages annotated messages
 * @param precision share of the found links that are right
 * @param recall share of the right links that were found
 * @param variation scaled variation of information, 100 for equal clusterings
 * @param oneToOne share of messages in the best pairing of conversations
 * @param rand adjusted Rand index
 * @param exact F1 of perfectly equal conversations of two or more messages
 */
public record LinkScores(
    int messages,
    double precision,
    double recall,
    double variation,
    double oneToOne,
    double rand,
    double exact) {

  /** Harmonic mean of precision and recall. */
  public double f1() {
    return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
  }

  /** One line of a table. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%6d messages  link P %.1f R %.1f F %.1f  VI %.1f  1-1 %.1f  ARI %.1f  exact F %.1f",
        messages,
        precision,
        recall,
        f1(),
        variation,
        oneToOne,
        rand,
        exact);
  }
}
