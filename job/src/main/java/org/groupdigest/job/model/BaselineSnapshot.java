package org.groupdigest.job.model;

import java.time.Instant;
import java.util.List;

/**
 * What the next digest of the same group and window size needs to know of this one. State type:
 * fields are only ever added, new ones nullable.
 *
 * @param windowId window it belongs to
 * @param windowEnd end of that window
 * @param topics its topics
 * @param quality weakest score, or null without a judge
 */
public record BaselineSnapshot(
    String windowId, Instant windowEnd, List<TopicSnapshot> topics, Double quality) {

  /**
   * A topic as the next digest sees it.
   *
   * @param title title
   * @param messageCount messages it stood for
   * @param streak digests in a row it was in, from 1
   * @param topicId id of the topic in its digest; null in old state
   */
  public record TopicSnapshot(String title, int messageCount, int streak, String topicId) {}
}
