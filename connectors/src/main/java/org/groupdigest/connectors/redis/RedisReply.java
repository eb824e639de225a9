package org.groupdigest.connectors.redis;

/**
 * What came of a command: Redis is never the truth, so its absence is a value and not an exception.
 *
 * @param <T> the answer's type
 */
public sealed interface RedisReply<T> {
  /**
   * Redis answered.
   *
   * @param value the answer, null for no value
   */
  record Answered<T>(T value) implements RedisReply<T> {}

  /**
   * Redis could not be asked or did not answer in time; whether a write has happened is not known.
   *
   * @param code stable name: {@code unreachable}, {@code timeout}, {@code refused} (an error reply)
   */
  record Unavailable<T>(String code) implements RedisReply<T> {}
}
