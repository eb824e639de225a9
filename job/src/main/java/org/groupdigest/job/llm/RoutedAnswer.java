package org.groupdigest.job.llm;

import org.groupdigest.job.model.ModelCall;

/** What came of a {@link RoutedRequest}. */
public sealed interface RoutedAnswer {

  /** The receipt. */
  ModelCall call();

  /**
   * A model answered, now or in an earlier life of the job.
   *
   * @param text the answer as it came
   * @param truncated whether it stopped at the limit of tokens
   * @param call the receipt
   */
  record Answered(String text, boolean truncated, ModelCall call) implements RoutedAnswer {}

  /**
   * No model answered.
   *
   * @param errorCode stable name of the last failure, such as {@code timeout}, {@code circuit_open}
   *     or {@code quota_exhausted}
   * @param call the receipt, not billed
   */
  record Failed(String errorCode, ModelCall call) implements RoutedAnswer {}
}
