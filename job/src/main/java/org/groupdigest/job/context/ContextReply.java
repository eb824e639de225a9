package org.groupdigest.job.context;

/**
 * What came of asking a {@link ContextStorage}.
 *
 * @param <T> the answer's type
 */
public sealed interface ContextReply<T> {

  /**
   * It answered.
   *
   * @param value the answer
   */
  record Answered<T>(T value) implements ContextReply<T> {

    /** Without the answer, which people wrote. */
    @Override
    public String toString() {
      return "Answered";
    }
  }

  /**
   * It did not: it is away, late, or says something that cannot be used.
   *
   * @param code stable name of the reason
   */
  record Failed<T>(String code) implements ContextReply<T> {}
}
