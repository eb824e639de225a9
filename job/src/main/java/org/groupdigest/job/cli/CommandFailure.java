package org.groupdigest.job.cli;

import picocli.CommandLine.ExitCode;

/**
 * A command cannot go on, and the user can do something about it. Printed as one line: {@code
 * digest <command>: what: what to do}. Neither part may hold chat text.
 *
 * <pre>{@code
 * throw CommandFailure.failed("port 9092 is in use", "give another with --kafka-port");
 * }</pre>
 */
public final class CommandFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int exitCode;
  private final String advice;

  private CommandFailure(int exitCode, String what, String advice, Throwable cause) {
    super(what, cause);
    this.exitCode = exitCode;
    this.advice = advice;
  }

  /** The command did not succeed: exit code 1. */
  public static CommandFailure failed(String what, String advice) {
    return new CommandFailure(ExitCode.SOFTWARE, what, advice, null);
  }

  /** The same, with the reason for {@code --debug}. */
  public static CommandFailure failed(String what, String advice, Throwable cause) {
    return new CommandFailure(ExitCode.SOFTWARE, what, advice, cause);
  }

  /** The command was asked wrongly: exit code 2. */
  public static CommandFailure usage(String what, String advice) {
    return new CommandFailure(ExitCode.USAGE, what, advice, null);
  }

  /** 1 or 2. */
  public int exitCode() {
    return exitCode;
  }

  /** What to do about it. */
  public String advice() {
    return advice;
  }
}
