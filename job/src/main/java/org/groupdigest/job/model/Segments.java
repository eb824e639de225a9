package org.groupdigest.job.model;

import java.util.List;

/**
 * Payload of {@code segmenter_agent}.
 *
 * @param units what was said, in the order of the conversation
 */
public record Segments(List<Unit> units) {

  /**
   * One thing that was said.
   *
   * @param unitId stable id inside the window
   * @param kind one of problem, solution, decision, question, risk, celebration, meta, humor
   * @param text what was said, in the group's language
   * @param messageIds sources, at least one
   * @param confidence 0..1
   */
  public record Unit(
      String unitId, String kind, String text, List<String> messageIds, double confidence) {}
}
