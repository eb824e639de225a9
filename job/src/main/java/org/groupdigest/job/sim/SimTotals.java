package org.groupdigest.job.sim;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.groupdigest.job.sim.fault.Fault;
import org.groupdigest.job.sim.fault.Lie;
import org.groupdigest.job.sim.fault.LieKind;

/**
 * Requests in numbers.
 *
 * @param requests all
 * @param paid those with an answer that is paid for
 * @param promptTokens tokens of paid prompts
 * @param answerTokens tokens of paid answers
 * @param faults how often each fault struck
 * @param lies how many lies of each kind were told
 */
public record SimTotals(
    long requests,
    long paid,
    long promptTokens,
    long answerTokens,
    Map<Fault, Long> faults,
    Map<LieKind, Long> lies) {

  /** Adds requests up. */
  static SimTotals of(List<SimCall> calls) {
    List<SimCall> paid = calls.stream().filter(SimCall::paid).toList();
    return new SimTotals(
        calls.size(),
        paid.size(),
        paid.stream().mapToLong(SimCall::promptTokens).sum(),
        paid.stream().mapToLong(SimCall::answerTokens).sum(),
        calls.stream()
            .map(SimCall::fault)
            .filter(Objects::nonNull)
            .collect(Collectors.groupingBy(one -> one, TreeMap::new, Collectors.counting())),
        calls.stream()
            .map(SimCall::lie)
            .filter(Objects::nonNull)
            .map(Lie::kind)
            .collect(Collectors.groupingBy(one -> one, TreeMap::new, Collectors.counting())));
  }
}
