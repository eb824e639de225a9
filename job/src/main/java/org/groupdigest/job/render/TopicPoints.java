package org.groupdigest.job.render;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.groupdigest.job.model.Claim;
import org.groupdigest.job.model.Synthesis;
import org.groupdigest.job.model.Topics.Topic;

/**
 * Sorts the claims of a digest under the topics that they belong to: a claim belongs to the first
 * topic that holds at least half of its sources. What only repeats the headline, the topic's
 * summary or its decision is dropped, so that nothing is read twice.
 */
final class TopicPoints {

  private final Map<Topic, List<Claim>> points = new LinkedHashMap<>();
  private final Map<Topic, List<Claim>> decisions = new LinkedHashMap<>();
  private final List<Claim> otherPoints = new ArrayList<>();
  private final List<Claim> otherDecisions = new ArrayList<>();

  TopicPoints(List<Topic> topics, Synthesis synthesis) {
    for (Topic topic : topics) {
      points.put(topic, new ArrayList<>());
      decisions.put(topic, new ArrayList<>());
      if (topic.decision() != null && !isHeadline(topic.decision(), synthesis)) {
        decisions.get(topic).add(new Claim(topic.decision(), topic.decisionMessageIds()));
      }
    }
    synthesis.decisions().forEach(claim -> sort(claim, decisions, otherDecisions, synthesis));
    synthesis.keyPoints().forEach(claim -> sort(claim, points, otherPoints, synthesis));
  }

  /** Points of a topic besides its summary. */
  List<Claim> pointsOf(Topic topic) {
    return points.get(topic);
  }

  /** Decisions of a topic. */
  List<Claim> decisionsOf(Topic topic) {
    return decisions.get(topic);
  }

  /** Points that belong to no topic. */
  List<Claim> otherPoints() {
    return otherPoints;
  }

  /** Decisions that belong to no topic. */
  List<Claim> otherDecisions() {
    return otherDecisions;
  }

  private void sort(
      Claim claim, Map<Topic, List<Claim>> byTopic, List<Claim> others, Synthesis synthesis) {
    boolean said =
        points.keySet().stream().anyMatch(topic -> Wording.same(topic.summary(), claim.text()))
            || decisions.values().stream().anyMatch(list -> contains(list, claim))
            || contains(others, claim)
            || isHeadline(claim.text(), synthesis);
    if (!said) {
      byTopic.keySet().stream()
          .filter(topic -> holds(topic, claim))
          .findFirst()
          .map(byTopic::get)
          .orElse(others)
          .add(claim);
    }
  }

  private static boolean isHeadline(String text, Synthesis synthesis) {
    return synthesis.headline() != null && Wording.same(synthesis.headline().text(), text);
  }

  private static boolean contains(List<Claim> claims, Claim claim) {
    return claims.stream().anyMatch(other -> Wording.same(other.text(), claim.text()));
  }

  private static boolean holds(Topic topic, Claim claim) {
    long shared = claim.messageIds().stream().filter(topic.messageIds()::contains).count();
    return shared > 0 && 2 * shared >= claim.messageIds().size();
  }
}
