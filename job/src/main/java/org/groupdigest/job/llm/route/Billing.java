package org.groupdigest.job.llm.route;

import java.util.EnumSet;
import java.util.Set;
import org.groupdigest.connectors.llm.LlmFailure.Kind;
import org.groupdigest.job.llm.PaidAnswer;
import org.groupdigest.job.llm.RoutedRequest;

/**
 * What is counted as spent. A quota is there to bound a bill, so what is not known is taken for
 * spent: after a timeout, an answer that cannot be read, or a refusal of the content, the provider
 * may have billed the prompt.
 */
final class Billing {

  private static final Set<Kind> MAY_COST =
      EnumSet.of(Kind.TIMEOUT, Kind.MALFORMED, Kind.REFUSED_CONTENT);

  private Billing() {}

  /** Whether a request that failed may have cost its prompt. */
  static boolean mayCost(Kind kind) {
    return MAY_COST.contains(kind);
  }

  /** Tokens of an answer; what was reserved for it when the provider reports none. */
  static long tokens(RoutedRequest request, PaidAnswer answer) {
    long reported = (long) answer.promptTokens() + answer.answerTokens();
    return reported > 0 ? reported : (long) request.promptTokens() + request.maxAnswerTokens();
  }
}
