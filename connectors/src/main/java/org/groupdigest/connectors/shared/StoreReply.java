package org.groupdigest.connectors.shared;

/**
 * What came of asking a store that may be away: expected failures are values and not exceptions.
 *
 * @param <T> the answer's type
 */
public sealed interface StoreReply<T> {
  /**
   * The store answered.
   *
   * @param value the answer
   */
  record Answered<T>(T value) implements StoreReply<T> {
    /** Without the answer, which may hold personal data. */
    @Override
    public String toString() {
      return "Answered";
    }
  }

  /**
   * The store could not be asked, or did not answer in time: the same question may be answered
   * later. Whether a write has happened is not known.
   *
   * @param code stable name of the reason
   */
  record Unavailable<T>(String code) implements StoreReply<T> {}

  /**
   * The store understood and said no, and will say so again.
   *
   * @param code stable name of the reason
   */
  record Refused<T>(String code) implements StoreReply<T> {}
}
