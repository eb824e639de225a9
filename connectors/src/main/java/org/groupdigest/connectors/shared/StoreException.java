package org.groupdigest.connectors.shared;

/**
 * A lasting failure of a store, named by a code alone: the client's own messages quote values.
 *
 * @see StoreReply.Refused for the same as a value
 */
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final boolean aboutElement;

  private StoreException(String store, String code, boolean aboutElement) {
    super(store + ": " + code);
    this.code = code;
    this.aboutElement = aboutElement;
  }

  /** The store refuses what was sent, and would take something else. */
  public static StoreException refusedElement(String store, String code) {
    return new StoreException(store, code, true);
  }

  /** The store refuses whatever is sent: wrong key, wrong database, wrong statement. */
  public static StoreException misconfigured(String store, String code) {
    return new StoreException(store, code, false);
  }

  /** Stable name of the reason. */
  public String code() {
    return code;
  }

  /** Whether the cause is the element, so that others may pass. */
  public boolean isAboutElement() {
    return aboutElement;
  }
}
