package org.groupdigest.job.stage.extractive;

/** Rounds what is shown, so that payloads are short and comparable. */
final class Rounded {

  private Rounded() {}

  /** Two digits, half up. */
  static double two(double value) {
    return Math.round(value * 100) / 100.0;
  }

  /** Two digits, kept inside 0..1. */
  static double share(double value) {
    return two(Math.max(0, Math.min(1, value)));
  }
}
