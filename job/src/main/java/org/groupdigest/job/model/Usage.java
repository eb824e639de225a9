package org.groupdigest.job.model;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a digest cost.
 *
 * @param calls answered model calls, 0 for the built-in engine
 * @param promptTokens tokens sent
 * @param answerTokens tokens received
 * @param costMicros cost in millionths of the configured currency
 */
public record Usage(int calls, long promptTokens, long answerTokens, long costMicros) {

  /** What calls cost together, each counted once; calls that nobody answered cost nothing. */
  public static Usage of(Collection<ModelCall> calls) {
    Map<String, ModelCall> billed = new LinkedHashMap<>();
    for (ModelCall call : calls) {
      if (call.isBilled()) {
        billed.put(call.callId(), call);
      }
    }
    return new Usage(
        billed.size(),
        billed.values().stream().mapToLong(ModelCall::promptTokens).sum(),
        billed.values().stream().mapToLong(ModelCall::answerTokens).sum(),
        billed.values().stream().mapToLong(ModelCall::costMicros).sum());
  }

  /** Nothing was spent. */
  public static final Usage NONE = new Usage(0, 0, 0, 0);
}
