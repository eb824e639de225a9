package org.groupdigest.job.llm.route;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.groupdigest.job.config.LlmPrices;
import org.groupdigest.job.llm.CallKey;
import org.groupdigest.job.llm.PaidAnswer;
import org.groupdigest.job.llm.RoutedAnswer.Answered;
import org.groupdigest.job.llm.RoutedAnswer.Failed;
import org.groupdigest.job.model.ModelCall;
import org.groupdigest.job.model.Stage;

/** What happened to one routed request so far. Steps of a route follow one another. */
final class Receipt {

  private final List<Stage> stages;
  private final LlmPrices prices;
  private final Set<String> incidents = new LinkedHashSet<>();
  private int attempts;

  Receipt(List<Stage> stages, LlmPrices prices) {
    this.stages = stages;
    this.prices = prices;
  }

  /** An HTTP request is sent. */
  void attempt() {
    attempts++;
  }

  /** Something happened that is worth telling; once is enough. */
  void incident(String name) {
    incidents.add(name);
  }

  /** An answer that was paid for now or, when it was found, earlier. */
  Answered answered(CallKey key, PaidAnswer answer, boolean found) {
    long cost = prices.costMicros(key.modelId(), answer.promptTokens(), answer.answerTokens());
    ModelCall call =
        new ModelCall(
            key.callId(),
            stages,
            key.modelId(),
            answer.promptTokens(),
            answer.answerTokens(),
            cost,
            attempts,
            found,
            List.copyOf(incidents));
    return new Answered(answer.text(), answer.truncated(), call);
  }

  /** No answer. */
  Failed failed(String callId, String errorCode) {
    return new Failed(
        errorCode,
        new ModelCall(callId, stages, "", 0, 0, 0, attempts, false, List.copyOf(incidents)));
  }
}
