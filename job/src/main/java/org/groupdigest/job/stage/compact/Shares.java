package org.groupdigest.job.stage.compact;

/** Shares with two digits. */
final class Shares {

  private Shares() {}

  /** A share of 0..1 with two digits. */
  static double rounded(double share) {
    return Math.rint(100 * Math.min(1, Math.max(0, share))) / 100;
  }
}
