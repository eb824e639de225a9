package org.groupdigest.job.context;

/**
 * A cosine that counts as reached when it is equal: compared as squares, so that no square root
 * rounds 44/50 below 0.88. The slack of 1e-12 is far above the rounding error of the few operations
 * and below every difference that vectors of up to tens of thousands of tokens can have.
 */
final class SimilarityThreshold {

  private static final double SLACK = 1 - 1e-12;

  private final double square;

  SimilarityThreshold(double cosine) {
    this.square = cosine * cosine * SLACK;
  }

  /** Whether dot / (|a| |b|) is at least the threshold; never for a vector without tokens. */
  boolean isReached(long dot, long normSquaredA, long normSquaredB) {
    return dot > 0 && (double) dot * dot >= square * normSquaredA * normSquaredB;
  }

  /** The square of the threshold, lowered by the slack. */
  double square() {
    return square;
  }
}
