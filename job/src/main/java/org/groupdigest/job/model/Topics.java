package org.groupdigest.job.model;

import java.util.List;

/**
 * Payload of {@code topic_agent}.
 *
 * @param topics at most 5, most important first; empty when nothing was discussed
 */
public record Topics(List<Topic> topics) {

  /**
   * One topic.
   *
   * @param topicId stable id inside the window
   * @param title a few words
   * @param priority one of critical, high, medium, low
   * @param messageIds messages that belong to it
   * @param threadIds threads that belong to it
   * @param summary one to three sentences
   * @param summaryMessageIds sources of the summary, at least one
   * @param decision what was decided, or null
   * @param decisionMessageIds sources of the decision, empty without one
   * @param status one of done, in_progress, blocker, watch, idea
   * @param owners participants who drive it
   * @param blockers what stands in the way
   * @param actions what is to be done
   * @param keywords a few terms
   * @param messageCount messages it stands for, duplicates counted
   */
  public record Topic(
      String topicId,
      String title,
      String priority,
      List<String> messageIds,
      List<String> threadIds,
      String summary,
      List<String> summaryMessageIds,
      String decision,
      List<String> decisionMessageIds,
      String status,
      List<String> owners,
      List<String> blockers,
      List<ActionItem> actions,
      List<String> keywords,
      int messageCount) {}
}
