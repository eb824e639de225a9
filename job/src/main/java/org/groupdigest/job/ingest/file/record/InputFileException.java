package org.groupdigest.job.ingest.file.record;

import java.io.IOException;
import java.nio.file.Path;

/** A file that cannot be used at all; says what is wrong, where, and what to do about it. */
public final class InputFileException extends IOException {

  private static final long serialVersionUID = 1L;

  /** What is wrong; a closed set. */
  public enum Problem {
    /** There is no such file, or it may not be read. */
    UNREADABLE("cannot be read", "check the path and the permissions"),
    /** A file that was packed with gzip. */
    COMPRESSED("is compressed", "unpack it, and give what is in it"),
    /** Nothing in the file looks like messages of any known format. */
    UNKNOWN_FORMAT(
        "is of a kind that cannot be imported",
        "give JSON Lines, a Telegram Desktop export (result.json), a WhatsApp chat (.txt or .zip),"
            + " a Slack export (.zip or folder), or JSON of Discord, Instagram, Messenger or"
            + " Element, or a Signal text; --format names the kind"),
    /** The file is not what its format demands. */
    NOT_AN_EXPORT("is not a Telegram Desktop export", FileFormat.TELEGRAM.howToExport()),
    /** More files than an export has. */
    TOO_MANY_FILES("holds too many files", "give the files of one export only"),
    /** A zip that would expand to far more than texts do. */
    ZIP_TOO_LARGE(
        "would expand to more than a chat export can hold", "unpack it and give the chat's file"),
    /** A zip with a password. */
    ZIP_ENCRYPTED("is encrypted", "unpack it with its password and give the folder"),
    /** A zip of which nothing can be read. */
    ZIP_DAMAGED("is a damaged zip", "copy or export it again");

    private final String wording;
    private final String advice;

    Problem(String wording, String advice) {
      this.wording = wording;
      this.advice = advice;
    }
  }

  private final Problem problem;
  private final String advice;

  public InputFileException(Problem problem, Path file) {
    super(file + " " + problem.wording);
    this.problem = problem;
    this.advice = problem.advice;
  }

  private InputFileException(String message, String advice) {
    super(message);
    this.problem = Problem.NOT_AN_EXPORT;
    this.advice = advice;
  }

  /** A file that is not of the format that it was said to be. */
  public static InputFileException notOf(FileFormat format, Path file) {
    return new InputFileException(file + " is not a " + format.title(), format.howToExport());
  }

  /** What is wrong. */
  public Problem problem() {
    return problem;
  }

  /** What to do about it. */
  public String advice() {
    return advice;
  }
}
