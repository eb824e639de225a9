package org.groupdigest.job.context.thread.link;

import java.util.List;

/**
 * Chances of candidate parents: the mean of several networks that were trained apart.
 *
 * @param networks at least one
 * @param doubt added to the log-odds of "answers something" before they become a confidence, so
 *     that 0.6 is the best place to cut; fitted on development data
 */
public record LinkModel(List<Network> networks, double doubt) {

  /** Copies the list. */
  public LinkModel {
    networks = List.copyOf(networks);
    if (networks.isEmpty()) {
      throw new IllegalArgumentException("a link model needs a network");
    }
  }

  /** The chance of each row to be the parent, summing to 1; row 0 is "starts a conversation". */
  public double[] probabilities(CandidateRows rows) {
    double[] mean = new double[rows.count()];
    double[] one = new double[rows.count()];
    for (Network network : networks) {
      network.probabilities(rows, one);
      for (int row = 0; row < mean.length; row++) {
        mean[row] += one[row] / networks.size();
      }
    }
    return mean;
  }

  /** The row above 0 with the best chance (the nearest on a tie), or 0 when there is none. */
  public static int bestRow(double[] probabilities) {
    int best = probabilities.length > 1 ? 1 : 0;
    for (int row = 2; row < probabilities.length; row++) {
      if (probabilities[row] > probabilities[best]) {
        best = row;
      }
    }
    return best;
  }

  /**
   * How sure it is that linking to a row is better than leaving the message alone: the chance of
   * the row against the chance of "starts a conversation", as odds shifted by the fitted doubt.
   */
  public double confidence(double[] probabilities, int row) {
    if (row == 0) {
      return 0;
    }
    double odds = probabilities[row] / Math.max(probabilities[0], Double.MIN_NORMAL);
    return 1 / (1 + Math.exp(-Math.log(odds) - doubt));
  }
}
