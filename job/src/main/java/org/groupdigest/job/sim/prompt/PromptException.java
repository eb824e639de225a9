package org.groupdigest.job.sim.prompt;

import java.util.Locale;

/** A prompt that is not one of ours. Says what is missing, and no word of the prompt. */
public final class PromptException extends Exception {

  private static final long serialVersionUID = 1L;

  private final Reason reason;

  /** What is wrong: a closed set with stable names. */
  public enum Reason {
    /** No message of the user has a line that begins with {@code STAGES:}. */
    NO_STAGES,
    /** That line names something that no model answers. */
    UNKNOWN_STAGE,
    /** No message of the user has a fenced data block. */
    NO_DATA_BLOCK,
    /** A line of the data does not have the columns of its section. */
    BROKEN_LINE,
    /** The data does not have the section that the stages need. */
    MISSING_SECTION;

    /** The name on the wire: lower case. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A prompt that cannot be read for this reason. */
  public PromptException(Reason reason) {
    super(reason.wireName());
    this.reason = reason;
  }

  /** What is wrong. */
  public Reason reason() {
    return reason;
  }
}
