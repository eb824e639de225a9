package org.groupdigest.job.context.thread.training;

/**
 * The Adam optimiser (Kingma and Ba 2015) with decoupled weight decay (Loshchilov and Hutter 2019).
 */
final class Adam {

  private static final double BETA1 = 0.9;
  private static final double BETA2 = 0.999;
  private static final double EPSILON = 1e-8;

  private final double[] mean;
  private final double[] square;
  private final double decay;
  private int steps;

  /**
   * Starts without momentum.
   *
   * @param size number of weights
   * @param decay share of each weight taken off a step, times the rate
   */
  Adam(int size, double decay) {
    this.mean = new double[size];
    this.square = new double[size];
    this.decay = decay;
  }

  /** Moves the weights against their slopes. */
  void step(double[] weights, double[] slopes, double rate) {
    steps++;
    double correction1 = 1 - Math.pow(BETA1, steps);
    double correction2 = 1 - Math.pow(BETA2, steps);
    for (int i = 0; i < weights.length; i++) {
      double slope = slopes[i];
      mean[i] = BETA1 * mean[i] + (1 - BETA1) * slope;
      square[i] = BETA2 * square[i] + (1 - BETA2) * slope * slope;
      double move = mean[i] / correction1 / (Math.sqrt(square[i] / correction2) + EPSILON);
      weights[i] -= rate * (move + decay * weights[i]);
    }
  }
}
