package org.groupdigest.connectors.sink;

import java.io.IOException;

/**
 * A store that cannot be used as it is set up: wrong credentials, no permission, no such bucket.
 * Trying again does not help, whichever entry it is; somebody must change the settings.
 */
public final class StoreAccessException extends IOException {
  private static final long serialVersionUID = 1L;

  private final String code;

  /**
   * A failure without a cause: what stores say may quote what was sent to them.
   *
   * @param code stable name, for example the store's own error code
   * @param message what is wrong, without any secret or payload
   */
  public StoreAccessException(String code, String message) {
    super(message);
    this.code = code;
  }

  /** A stable name of what is wrong. */
  public String code() {
    return code;
  }
}
