package org.groupdigest.job.cli;

/** Whoever reads our output has gone, as {@code head} does: no failure, but no use in going on. */
final class OutputClosedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  OutputClosedException(Throwable cause) {
    super("output is closed", cause);
  }
}
