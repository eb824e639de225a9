package org.groupdigest.localstack;

import java.time.Duration;

/** Hears of each step of a start or a stop; called from several threads at once. */
public interface Progress {

  /** A step such as {@code "Kafka"} begins. */
  void started(String step);

  /** The step is done; {@code took} is the wall time since it began. */
  void finished(String step, Duration took);

  /** A listener that says nothing. */
  static Progress silent() {
    return new Progress() {
      @Override
      public void started(String step) {}

      @Override
      public void finished(String step, Duration took) {}
    };
  }
}
