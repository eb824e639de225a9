package org.groupdigest.job.model;

import java.util.List;

/**
 * A digest compared with the previous one of the same group and window size.
 *
 * @param hasBaseline whether there is a previous digest
 * @param coverageChange relative change of the messages that topics stand for
 * @param topicOverlap share of the previous titles that are there again, 0..1
 * @param novelTopics titles that were not there before
 * @param qualityDelta change of the weakest score, null when one side has none
 * @param degraded more than 10 % worse than before
 * @param continued titles that go on, with how many digests in a row they are in (from 2)
 * @param baselineWindowId window compared with, or null
 */
public record BaselineDelta(
    boolean hasBaseline,
    double coverageChange,
    double topicOverlap,
    int novelTopics,
    Double qualityDelta,
    boolean degraded,
    List<ContinuedTopic> continued,
    String baselineWindowId) {

  /**
   * A topic that was in the previous digest too.
   *
   * @param title its title now
   * @param streak digests in a row, this one counted
   */
  public record ContinuedTopic(String title, int streak) {}
}
