package org.groupdigest.job.context.thread.training;

import java.util.Arrays;
import org.groupdigest.job.context.thread.link.CandidateRows;
import org.groupdigest.job.context.thread.link.Network;

/**
 * Gradient of the ranking loss -log(sum of the chances of the right rows), summed over a batch of
 * messages.
 */
final class LinkGradient {

  private final Network network;
  private final double[] sum;
  private int messages;

  LinkGradient(Network network) {
    this.network = network;
    this.sum = new double[network.weights().length];
  }

  /**
   * Adds one message.
   *
   * @param rows its features
   * @param right which rows are right; at least one
   * @return its loss
   */
  double add(CandidateRows rows, boolean[] right) {
    int count = rows.count();
    double[] base = network.base(rows.message());
    double[][] units = new double[count][network.hidden()];
    double[] chance = new double[count];
    for (int row = 0; row < count; row++) {
      network.activate(base, rows.pair(row), units[row]);
      chance[row] = network.score(units[row]);
    }
    Network.softmax(chance, count);
    double rightChance = 0;
    for (int row = 0; row < count; row++) {
      rightChance += right[row] ? chance[row] : 0;
    }
    double[] baseSlope = new double[network.hidden()];
    for (int row = 0; row < count; row++) {
      double target = right[row] ? chance[row] / Math.max(rightChance, 1e-12) : 0;
      addRow(rows.pair(row), units[row], chance[row] - target, baseSlope);
    }
    addBase(rows.message(), baseSlope);
    messages++;
    return -Math.log(Math.max(rightChance, 1e-12));
  }

  private void addRow(double[] pair, double[] units, double slope, double[] baseSlope) {
    double[] unitSlope = new double[units.length];
    int output = network.outputRow();
    for (int unit = 0; unit < units.length; unit++) {
      sum[output + unit] += slope * units[unit];
      unitSlope[unit] = units[unit] > 0 ? slope * network.weights()[output + unit] : 0;
      baseSlope[unit] += unitSlope[unit];
    }
    for (int feature = 0; feature < pair.length; feature++) {
      addScaled(network.pairRow(feature), pair[feature], unitSlope);
    }
  }

  private void addBase(double[] message, double[] baseSlope) {
    addScaled(network.biasRow(), 1, baseSlope);
    for (int feature = 0; feature < message.length; feature++) {
      addScaled(network.messageRow(feature), message[feature], baseSlope);
    }
  }

  private void addScaled(int row, double value, double[] slopes) {
    if (value != 0) {
      for (int unit = 0; unit < slopes.length; unit++) {
        sum[row + unit] += value * slopes[unit];
      }
    }
  }

  /** Messages added since the last {@link #clear}. */
  int messages() {
    return messages;
  }

  /** The summed gradient, not a copy. */
  double[] sum() {
    return sum;
  }

  /** The gradient of a message on average. */
  double[] mean() {
    return Arrays.stream(sum).map(slope -> slope / messages).toArray();
  }

  /** Starts a new batch. */
  void clear() {
    Arrays.fill(sum, 0);
    messages = 0;
  }
}
