package org.groupdigest.job.context.thread.link;

import java.util.Arrays;

/**
 * The features of one message and its candidate parents; reused from message to message. Row 0 is
 * the message itself ("starts a conversation"), the others are earlier messages, nearest first.
 */
public final class CandidateRows {

  private final double[] message = new double[MessageFeature.values().length];
  private final double[][] pairs = new double[Candidates.MAX + 1][PairFeature.values().length];
  private final int[] positions = new int[Candidates.MAX + 1];
  private int count;

  /** Starts over for a message. */
  void reset(int position) {
    Arrays.fill(message, 0);
    count = 0;
    add(position);
    set(PairFeature.SELF, 1);
  }

  /** Opens the row of a candidate; {@link #set(PairFeature, double)} fills it. */
  void add(int position) {
    positions[count] = position;
    Arrays.fill(pairs[count], 0);
    count++;
  }

  void set(MessageFeature feature, double value) {
    message[feature.column()] = value;
  }

  void set(MessageFeature feature, boolean value) {
    set(feature, value ? 1 : 0);
  }

  void set(PairFeature feature, double value) {
    pairs[count - 1][feature.column()] = value;
  }

  void set(PairFeature feature, boolean value) {
    set(feature, value ? 1 : 0);
  }

  /** Number of rows, the first of them included. */
  public int count() {
    return count;
  }

  /** Position of the message that a row stands for. */
  public int position(int row) {
    return positions[row];
  }

  /** Row of a position, or {@link MessageStream#NONE}. */
  public int rowOf(int position) {
    for (int row = 0; row < count; row++) {
      if (positions[row] == position) {
        return row;
      }
    }
    return MessageStream.NONE;
  }

  /** Features of the message, in the order of {@link MessageFeature}; not a copy. */
  public double[] message() {
    return message;
  }

  /** Features of a row, in the order of {@link PairFeature}; not a copy. */
  public double[] pair(int row) {
    return pairs[row];
  }
}
