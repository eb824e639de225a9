package org.groupdigest.job.persist;

/**
 * A store besides Postgres did not do what belongs to a unit of work; the whole of it is to be
 * repeated. Only a code is kept.
 */
public final class StoreAwayException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;

  StoreAwayException(String store, String code) {
    super(store + ": " + code);
    this.code = code;
  }

  /** A stable name: {@code timeout}, {@code refused}, {@code unreachable}. */
  public String code() {
    return code;
  }
}
