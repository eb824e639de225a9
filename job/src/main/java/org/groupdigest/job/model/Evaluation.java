package org.groupdigest.job.model;

import java.util.List;

/**
 * Payload of {@code evaluation_agent}: a judge's scores, each in 0..1.
 *
 * @param faithfulness claims follow from their sources
 * @param coherence reads as one text
 * @param coverage the important messages are in it
 * @param focus nothing unimportant is in it
 * @param qualityScore overall
 * @param notes what to do better
 */
public record Evaluation(
    double faithfulness,
    double coherence,
    double coverage,
    double focus,
    double qualityScore,
    List<String> notes) {

  /** The score the quality gate looks at: the weakest of the four. */
  public double weakest() {
    return Math.min(Math.min(faithfulness, coherence), Math.min(coverage, focus));
  }
}
