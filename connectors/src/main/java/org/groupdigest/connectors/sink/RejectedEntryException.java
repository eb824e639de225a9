package org.groupdigest.connectors.sink;

import java.io.IOException;

/**
 * An entry that its store will never take, while it takes others: too large, or not valid. Says
 * nothing of the entry's contents.
 */
public final class RejectedEntryException extends IOException {
  private static final long serialVersionUID = 1L;

  private final String code;

  /**
   * A refusal without a cause: what stores say may quote what was sent to them.
   *
   * @param code stable name, for example the store's own error code
   */
  public RejectedEntryException(String code) {
    super("the store refuses an entry: " + code);
    this.code = code;
  }

  /** A stable name of the reason. */
  public String code() {
    return code;
  }
}
