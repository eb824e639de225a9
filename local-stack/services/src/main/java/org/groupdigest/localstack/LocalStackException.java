package org.groupdigest.localstack;

import java.nio.file.Path;

/** A start that failed: what is wrong, and what to do about it, in one line each. */
public final class LocalStackException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Problem problem;
  private final String remedy;

  LocalStackException(Problem problem, String what, String remedy) {
    this(problem, what, remedy, null);
  }

  LocalStackException(Problem problem, String what, String remedy, Throwable cause) {
    super(what + ": " + remedy, cause);
    this.problem = problem;
    this.remedy = remedy;
  }

  static LocalStackException didNotStart(Service service, String why, Path log, Exception cause) {
    return new LocalStackException(
        Problem.DID_NOT_START,
        service.label() + " did not start (" + why + ")",
        "read " + log + "; if the data there is of another version, choose another folder",
        cause);
  }

  /** The kind of failure. */
  public Problem problem() {
    return problem;
  }

  /** What the user can do, in one line. */
  public String remedy() {
    return remedy;
  }
}
