package org.groupdigest.job.config;

import java.util.List;

/**
 * Settings that cannot be used; the message lists every problem and no value. It has no stack
 * trace: the mistake is not in the program.
 */
public final class InvalidSettingsException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final List<String> problems;

  InvalidSettingsException(List<String> problems) {
    super("invalid settings: " + String.join("; ", problems));
    setStackTrace(new StackTraceElement[0]);
    this.problems = List.copyOf(problems);
  }

  /** One line a problem: variable and what it must be. */
  public List<String> problems() {
    return problems;
  }
}
