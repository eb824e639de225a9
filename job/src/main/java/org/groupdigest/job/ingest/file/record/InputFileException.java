package org.groupdigest.job.ingest.file.record;

import java.io.IOException;
import java.nio.file.Path;

/** A file that cannot be used at all; says what is wrong, where, and what to do about it. */
public final class InputFileException extends IOException {

  private static final long serialVersionUID = 1L;

  /** What is wrong; a closed set. */
  public enum Problem {
    /** There is no such file, it is a folder, or it may not be read. */
    UNREADABLE("cannot be read", "check the path and the permissions"),
    /** A file that was packed with gzip. */
    COMPRESSED("is compressed", "unpack it, and give what is in it"),
    /** Neither {@code .jsonl} nor {@code .json}. */
    UNKNOWN_FORMAT(
        "is of a kind that cannot be imported",
        "give JSON Lines of messages (.jsonl) or a Telegram Desktop export (result.json)"),
    /** A {@code .json} file that is not a Telegram Desktop export. */
    NOT_AN_EXPORT(
        "is not a Telegram Desktop export",
        "export the chat from Telegram Desktop as machine-readable JSON, or give JSON Lines");

    private final String wording;
    private final String advice;

    Problem(String wording, String advice) {
      this.wording = wording;
      this.advice = advice;
    }
  }

  private final Problem problem;

  public InputFileException(Problem problem, Path file) {
    super(file + " " + problem.wording);
    this.problem = problem;
  }

  /** What is wrong. */
  public Problem problem() {
    return problem;
  }

  /** What to do about it. */
  public String advice() {
    return problem.advice;
  }
}
