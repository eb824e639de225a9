package org.groupdigest.job.stage.extractive;

import java.util.List;
import org.groupdigest.job.model.Claim;

/** Where a topic stands and how much it matters, by cue words. */
final class TopicState {

  private static final int MAX_BLOCKERS = 2;
  private static final double LARGE = 0.25;
  private static final double MIDDLE = 0.06;

  private final Reading reading;
  private final CueWords cues;
  private final Points points;

  TopicState(Reading reading) {
    this.reading = reading;
    this.cues = reading.pack().cues();
    this.points = new Points(reading);
  }

  /** One of done, in_progress, blocker, watch, idea; what was said last counts most. */
  String status(List<Utterance> cluster) {
    if (reading.feed()) {
      return "watch";
    }
    if (count("blocker", cluster) >= 2 && count("solved", tail(cluster)) == 0) {
      return "blocker";
    }
    if (count("solved", tail(cluster)) > 0) {
      return "done";
    }
    if (count("progress", cluster) > 0 || !reading.actions(cluster).isEmpty()) {
      return "in_progress";
    }
    return count("idea", cluster) > 0 && count("problem", cluster) == 0 ? "idea" : "watch";
  }

  /** One of critical, high, medium, low. */
  String priority(List<Utterance> cluster, double share) {
    boolean settled = count("solved", tail(cluster)) > 0;
    if (!reading.feed() && count("critical", cluster) >= 2 && !settled) {
      return "critical";
    }
    boolean decided = !reading.decisions(cluster).isEmpty();
    if (share >= LARGE || (decided && share >= MIDDLE) || "blocker".equals(status(cluster))) {
      return "high";
    }
    return share >= MIDDLE || decided ? "medium" : "low";
  }

  /** Sentences that say what stands in the way; only for what is blocked. */
  List<String> blockers(List<Utterance> cluster) {
    if (!"blocker".equals(status(cluster))) {
      return List.of();
    }
    return reading.best(cluster).stream()
        .filter(one -> !one.isQuestion() && cues.in("blocker", one.text()))
        .limit(MAX_BLOCKERS)
        .map(points::statement)
        .map(Claim::text)
        .toList();
  }

  private int count(String section, List<Utterance> cluster) {
    return (int)
        cluster.stream()
            .filter(one -> !one.automatic())
            .flatMap(one -> one.sentences().stream())
            .filter(one -> !one.isQuestion() && cues.in(section, one.text()))
            .count();
  }

  private static List<Utterance> tail(List<Utterance> cluster) {
    return cluster.subList(cluster.size() * 2 / 3, cluster.size());
  }
}
