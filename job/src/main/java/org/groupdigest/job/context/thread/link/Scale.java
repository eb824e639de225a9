package org.groupdigest.job.context.thread.link;

/** Squashes counts and times to about 0..1. */
final class Scale {

  private Scale() {}

  /** Seconds: 0 for none, 1 for about six hours. */
  static double seconds(double seconds) {
    return Math.log1p(Math.max(0, seconds)) / 10;
  }

  /** Counts: 0 for none, 1 for about 150. */
  static double count(int count) {
    return Math.log1p(count) / 5;
  }

  /** Numbers of tokens: 0 for none, 1 for about 50. */
  static double length(int tokens) {
    return Math.log1p(tokens) / 4;
  }
}
