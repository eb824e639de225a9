package org.groupdigest.connectors.s3;

/**
 * What came of a request: a store that is not the truth may be away, so its absence is a value and
 * not an exception.
 *
 * @param <T> the answer's type
 */
public sealed interface S3Reply<T> {
  /**
   * The store answered.
   *
   * @param value the answer, null for no such object
   */
  record Answered<T>(T value) implements S3Reply<T> {}

  /**
   * The store could not be asked, or did not do what it was asked for; whether a write has happened
   * is not known.
   *
   * @param code stable name: {@code unreachable}, {@code timeout}, {@code throttled}, {@code
   *     denied} (wrong credentials or no permission), {@code conflict} (somebody else wrote the key
   *     just now), {@code corrupt} (the content does not match its hash), {@code refused} (any
   *     other error of the store)
   */
  record Unavailable<T>(String code) implements S3Reply<T> {}
}
