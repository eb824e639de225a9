package org.groupdigest.job.quality;

import java.util.Locale;
import org.groupdigest.job.model.Evaluation;

/**
 * Lets a digest through when its weakest score reaches the threshold. Fails closed: no judge, or a
 * score that is no number, does not pass.
 *
 * @param threshold least acceptable weakest score, inclusive, 0..1
 */
public record QualityGate(double threshold) {

  /** Refuses a threshold outside 0..1. */
  public QualityGate {
    if (!(threshold >= 0 && threshold <= 1)) {
      throw new IllegalArgumentException("quality threshold must be in 0..1");
    }
  }

  /**
   * What the gate says.
   *
   * @param passed whether the digest may go on
   * @param reason why not, as {@code no_evaluation} or {@code 0.61 < 0.70}; empty when passed
   */
  public record Verdict(boolean passed, String reason) {}

  /** Judges the judge's scores; null means that there was no judge. */
  public Verdict judge(Evaluation evaluation) {
    if (evaluation == null) {
      return new Verdict(false, "no_evaluation");
    }
    double weakest = evaluation.weakest();
    if (weakest >= threshold) {
      return new Verdict(true, "");
    }
    return new Verdict(false, String.format(Locale.ROOT, "%.3f < %.3f", weakest, threshold));
  }
}
