package org.groupdigest.job.maintain;

/** A step could not go on. The code is all that is known of it outside: no text of a store. */
public final class StepFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;

  /**
   * @param code stable name: the store, then its reason, as in {@code redis_timeout}
   */
  public StepFailure(String code) {
    super(code);
    this.code = code;
  }

  /** The stable name. */
  public String code() {
    return code;
  }
}
