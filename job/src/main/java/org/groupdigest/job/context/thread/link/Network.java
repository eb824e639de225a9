package org.groupdigest.job.context.thread.link;

import java.util.Arrays;

/**
 * Scores candidate parents: one hidden layer of rectified units over the features of the message
 * and of the pair, and a weighted sum of the units. Only the order of the scores of one message and
 * their differences mean something.
 *
 * <p>The weights are one flat array, feature by feature: {@code weights[feature * hidden + unit]},
 * message features first, then pair features, then a row of biases, then the row of output weights.
 */
public final class Network {

  private static final int MESSAGE = MessageFeature.values().length;
  private static final int PAIR = PairFeature.values().length;
  private static final int BIAS_ROW = MESSAGE + PAIR;

  private final int hidden;
  private final double[] weights;

  /**
   * A network with given weights.
   *
   * @param hidden number of hidden units
   * @param weights as described above; used as it is, not copied, so that a trainer can adjust it
   */
  public Network(int hidden, double[] weights) {
    if (weights.length != size(hidden)) {
      throw new IllegalArgumentException(
          "expected " + size(hidden) + " weights, got " + weights.length);
    }
    this.hidden = hidden;
    this.weights = weights;
  }

  /** Number of weights of a network. */
  public static int size(int hidden) {
    return (BIAS_ROW + 2) * hidden;
  }

  /** Number of hidden units. */
  public int hidden() {
    return hidden;
  }

  /** The weights themselves, not a copy. */
  public double[] weights() {
    return weights;
  }

  /** Index of the first weight of a message feature. */
  public int messageRow(int feature) {
    return feature * hidden;
  }

  /** Index of the first weight of a pair feature. */
  public int pairRow(int feature) {
    return (MESSAGE + feature) * hidden;
  }

  /** Index of the first bias. */
  public int biasRow() {
    return BIAS_ROW * hidden;
  }

  /** Index of the first output weight. */
  public int outputRow() {
    return (BIAS_ROW + 1) * hidden;
  }

  /** What the message features alone give to the hidden units; the start of {@link #activate}. */
  public double[] base(double[] message) {
    double[] base = Arrays.copyOfRange(weights, biasRow(), biasRow() + hidden);
    for (int feature = 0; feature < message.length; feature++) {
      addRow(base, messageRow(feature), message[feature]);
    }
    return base;
  }

  /** The rectified hidden units of a row. */
  public void activate(double[] base, double[] pair, double[] units) {
    System.arraycopy(base, 0, units, 0, hidden);
    for (int feature = 0; feature < pair.length; feature++) {
      addRow(units, pairRow(feature), pair[feature]);
    }
    for (int unit = 0; unit < hidden; unit++) {
      units[unit] = Math.max(0, units[unit]);
    }
  }

  /** The score of a row from its hidden units. */
  public double score(double[] units) {
    double score = 0;
    for (int unit = 0; unit < hidden; unit++) {
      score += units[unit] * weights[outputRow() + unit];
    }
    return score;
  }

  /** The chance of each row to be the parent, summing to 1; {@code out} has room for all rows. */
  public void probabilities(CandidateRows rows, double[] out) {
    double[] base = base(rows.message());
    double[] units = new double[hidden];
    for (int row = 0; row < rows.count(); row++) {
      activate(base, rows.pair(row), units);
      out[row] = score(units);
    }
    softmax(out, rows.count());
  }

  /** Turns scores into chances that sum to 1. */
  public static void softmax(double[] scores, int count) {
    double top = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < count; i++) {
      top = Math.max(top, scores[i]);
    }
    double sum = 0;
    for (int i = 0; i < count; i++) {
      scores[i] = Math.exp(scores[i] - top);
      sum += scores[i];
    }
    for (int i = 0; i < count; i++) {
      scores[i] /= sum;
    }
  }

  private void addRow(double[] to, int row, double value) {
    if (value != 0) {
      for (int unit = 0; unit < hidden; unit++) {
        to[unit] += value * weights[row + unit];
      }
    }
  }
}
