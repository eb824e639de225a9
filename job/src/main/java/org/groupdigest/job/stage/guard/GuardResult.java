package org.groupdigest.job.stage.guard;

import java.util.List;

/** What the guard says about an answer. */
public sealed interface GuardResult {

  /** Share of the answer's references that resolve, 0..1; 1 when it names nothing. */
  double boundaryIntegrity();

  /**
   * The answer may be used.
   *
   * @param canonicalJson the stage's payload: declared fields only, in order, unresolved references
   *     taken out
   * @param boundaryIntegrity see {@link GuardResult#boundaryIntegrity()}
   * @param removed what was taken out, one line each, without chat text
   */
  record Accepted(String canonicalJson, double boundaryIntegrity, List<String> removed)
      implements GuardResult {}

  /**
   * The answer must not be used.
   *
   * @param errors why, at least one
   * @param boundaryIntegrity see {@link GuardResult#boundaryIntegrity()}, 0 when there was nothing
   *     to look at
   */
  record Rejected(List<GuardError> errors, double boundaryIntegrity) implements GuardResult {}
}
