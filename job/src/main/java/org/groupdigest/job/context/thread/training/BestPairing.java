package org.groupdigest.job.context.thread.training;

import java.util.Arrays;

/**
 * The largest sum of a one-to-one pairing of rows and columns, by the Hungarian method with
 * potentials, O(n^3) (Kuhn 1955, Munkres 1957).
 */
final class BestPairing {

  private static final int FREE = 0;

  private final int size;
  private final int[][] cost;
  private final int[] rowPotential;
  private final int[] columnPotential;
  private final int[] rowOfColumn;
  private final int[] cameFrom;

  private BestPairing(int[][] weights) {
    int columns = weights.length == 0 ? 0 : weights[0].length;
    size = Math.max(weights.length, columns);
    cost = new int[size + 1][size + 1];
    for (int row = 0; row < weights.length; row++) {
      for (int column = 0; column < columns; column++) {
        cost[row + 1][column + 1] = -weights[row][column];
      }
    }
    rowPotential = new int[size + 1];
    columnPotential = new int[size + 1];
    rowOfColumn = new int[size + 1];
    cameFrom = new int[size + 1];
  }

  /** The largest sum; {@code weights} are not negative, rows and columns may differ in number. */
  static int of(int[][] weights) {
    BestPairing pairing = new BestPairing(weights);
    for (int row = 1; row <= pairing.size; row++) {
      pairing.augment(pairing.findFreeColumn(row));
    }
    int sum = 0;
    for (int column = 1; column <= pairing.size; column++) {
      sum -= pairing.cost[pairing.rowOfColumn[column]][column];
    }
    return sum;
  }

  private int findFreeColumn(int row) {
    rowOfColumn[0] = row;
    int[] slack = new int[size + 1];
    Arrays.fill(slack, Integer.MAX_VALUE / 2);
    boolean[] used = new boolean[size + 1];
    int column = 0;
    while (rowOfColumn[column] != FREE) {
      used[column] = true;
      int next = nearest(column, slack, used);
      shift(slack[next], slack, used);
      column = next;
    }
    return column;
  }

  private int nearest(int from, int[] slack, boolean[] used) {
    int row = rowOfColumn[from];
    int best = 0;
    for (int column = 1; column <= size; column++) {
      if (!used[column]) {
        int reduced = cost[row][column] - rowPotential[row] - columnPotential[column];
        if (reduced < slack[column]) {
          slack[column] = reduced;
          cameFrom[column] = from;
        }
        best = best == 0 || slack[column] < slack[best] ? column : best;
      }
    }
    return best;
  }

  private void shift(int delta, int[] slack, boolean[] used) {
    for (int column = 0; column <= size; column++) {
      if (used[column]) {
        rowPotential[rowOfColumn[column]] += delta;
        columnPotential[column] -= delta;
      } else {
        slack[column] -= delta;
      }
    }
  }

  private void augment(int free) {
    int column = free;
    while (column != 0) {
      int from = cameFrom[column];
      rowOfColumn[column] = rowOfColumn[from];
      column = from;
    }
  }
}
