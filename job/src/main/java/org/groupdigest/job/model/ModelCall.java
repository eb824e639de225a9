package org.groupdigest.job.model;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;

/**
 * Receipt of one request to a model, answered or not: what a digest's cost is added up from. State
 * type: fields are only ever added, new ones nullable.
 *
 * @param callId names the call in our store and in the provider's log; the same when it is made
 *     again
 * @param stages which stages it was to answer
 * @param modelId who answered, empty when nobody did
 * @param promptTokens tokens sent as the provider reports them, 0 without an answer
 * @param answerTokens tokens received as the provider reports them, 0 without an answer
 * @param costMicros cost in millionths of the configured currency
 * @param attempts HTTP requests made for it just now, over all models; 0 when the answer was found
 * @param stored whether the answer was paid for earlier and found in the store
 * @param incidents what happened on the way, a closed set of stable names such as {@code
 *     rate_limited}, {@code circuit_open}, {@code pro_quota_exceeded}; never null
 */
public record ModelCall(
    String callId,
    List<Stage> stages,
    String modelId,
    int promptTokens,
    int answerTokens,
    long costMicros,
    int attempts,
    boolean stored,
    List<String> incidents) {

  /** Whether a model answered, so that it was paid for, now or earlier. */
  @JsonIgnore
  public boolean isBilled() {
    return !modelId.isEmpty();
  }
}
