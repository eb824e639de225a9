package org.groupdigest.job.quality;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.groupdigest.job.model.BaselineDelta;
import org.groupdigest.job.model.BaselineDelta.ContinuedTopic;
import org.groupdigest.job.model.BaselineSnapshot;
import org.groupdigest.job.model.BaselineSnapshot.TopicSnapshot;
import org.groupdigest.job.model.Checksums;
import org.groupdigest.job.model.Evaluation;
import org.groupdigest.job.model.RelatedTopic;
import org.groupdigest.job.model.Topics;
import org.groupdigest.job.model.Topics.Topic;
import org.groupdigest.job.model.WindowRef;

/**
 * Compares a digest with the previous one of the same group and window size. Titles are compared
 * trimmed and lower-cased, as sets; a topic whose nearest earlier one is among the previous ones
 * has that one's title. Figures are rounded to 4 digits, half-even.
 *
 * <ul>
 *   <li>coverage change = (messages of the topics now - before) / before; with nothing before: 1 if
 *       there is any now, else 0
 *   <li>topic overlap = titles in both / titles before, 0 when there were none
 *   <li>novel topics = titles that were not there before; without a baseline: all topics
 *   <li>quality delta = weakest score now - before, null when one side has none
 *   <li>degraded = the weakest score fell by more than a tenth of what it was. Fewer messages or
 *       other topics are news, not a worse digest.
 * </ul>
 */
public final class BaselineComparison {

  private static final double DEGRADED = 0.10;

  /** Begins a title that is kept as a hash. */
  private static final String HASHED = "sha256:";

  private BaselineComparison() {}

  /** Compares by titles alone. */
  public static BaselineDelta compare(BaselineSnapshot previous, Topics topics, Double quality) {
    return compare(previous, topics, quality, List.of());
  }

  /**
   * Compares.
   *
   * @param previous the previous digest, or null
   * @param topics topics now
   * @param quality weakest score now ({@link #weakestScore}), or null without a judge
   * @param related the nearest earlier topics of topics now
   */
  public static BaselineDelta compare(
      BaselineSnapshot previous, Topics topics, Double quality, List<RelatedTopic> related) {
    if (previous == null) {
      return new BaselineDelta(
          false, 0.0, 0.0, topics.topics().size(), null, false, List.of(), null);
    }
    Set<String> before = new HashSet<>();
    previous.topics().forEach(topic -> before.add(key(topic.title())));
    Map<String, String> nearest = nearest(previous, related);
    Map<String, Topic> now = new LinkedHashMap<>();
    for (Topic topic : topics.topics()) {
      String title = key(topic.title());
      boolean again = before.contains(title);
      now.putIfAbsent(again ? title : nearest.getOrDefault(topic.topicId(), title), topic);
    }
    Set<String> both = new HashSet<>(before);
    both.retainAll(now.keySet());
    return new BaselineDelta(
        true,
        rounded(coverageChange(previous, topics)),
        before.isEmpty() ? 0.0 : rounded((double) both.size() / before.size()),
        now.size() - both.size(),
        qualityDelta(previous.quality(), quality),
        isDegraded(previous.quality(), quality),
        continued(previous, now),
        previous.windowId());
  }

  /**
   * What the next digest needs to know of this one; streaks go on from its own comparison.
   *
   * @param window the digest's window
   * @param topics its topics
   * @param delta its comparison, or null
   * @param quality its weakest score ({@link #weakestScore}), or null without a judge
   */
  public static BaselineSnapshot snapshot(
      WindowRef window, Topics topics, BaselineDelta delta, Double quality) {
    Map<String, Integer> streaks = new HashMap<>();
    if (delta != null) {
      delta.continued().forEach(c -> streaks.put(key(c.title()), c.streak()));
    }
    List<TopicSnapshot> snapshots =
        topics.topics().stream()
            .map(
                topic ->
                    new TopicSnapshot(
                        topic.title(),
                        topic.messageCount(),
                        streaks.getOrDefault(key(topic.title()), 1),
                        topic.topicId()))
            .toList();
    return new BaselineSnapshot(window.windowId(), window.end(), snapshots, quality);
  }

  /**
   * The same without its titles and the ids of its topics, which are a model's words too, to be
   * kept where a text that is deleted could not be found again: each is replaced by a hash under
   * which {@link #compare} knows it.
   */
  public static BaselineSnapshot withoutTitles(BaselineSnapshot snapshot) {
    return new BaselineSnapshot(
        snapshot.windowId(),
        snapshot.windowEnd(),
        snapshot.topics().stream()
            .map(
                t ->
                    new TopicSnapshot(
                        key(t.title()), t.messageCount(), t.streak(), hash(t.topicId())))
            .toList(),
        snapshot.quality());
  }

  /** The smallest of a judge's five scores, overall score included; null without a judge. */
  public static Double weakestScore(Evaluation evaluation) {
    return evaluation == null ? null : Math.min(evaluation.weakest(), evaluation.qualityScore());
  }

  private static double coverageChange(BaselineSnapshot previous, Topics topics) {
    long before = previous.topics().stream().mapToLong(TopicSnapshot::messageCount).sum();
    long now = topics.topics().stream().mapToLong(Topic::messageCount).sum();
    if (before == 0) {
      return now > 0 ? 1.0 : 0.0;
    }
    return (double) (now - before) / before;
  }

  private static Double qualityDelta(Double before, Double now) {
    return before == null || now == null ? null : Double.valueOf(rounded(now - before));
  }

  private static boolean isDegraded(Double before, Double now) {
    return before != null && now != null && now < before && before - now > DEGRADED * before + 1e-9;
  }

  /** Titles of the previous topics that are the nearest to topics now, by id of these. */
  private static Map<String, String> nearest(
      BaselineSnapshot previous, List<RelatedTopic> related) {
    Map<String, String> titles = new HashMap<>();
    previous.topics().stream()
        .filter(topic -> topic.topicId() != null)
        .forEach(topic -> titles.put(hash(topic.topicId()), key(topic.title())));
    Map<String, String> nearest = new HashMap<>();
    for (RelatedTopic found : related) {
      String title = titles.get(hash(found.earlierTopicId()));
      if (title != null && found.windowId().equals(previous.windowId())) {
        nearest.put(found.topicId(), title);
      }
    }
    return nearest;
  }

  private static List<ContinuedTopic> continued(BaselineSnapshot previous, Map<String, Topic> now) {
    Map<String, Integer> streaks = new HashMap<>();
    previous
        .topics()
        .forEach(t -> streaks.merge(key(t.title()), Math.max(1, t.streak()), Math::max));
    return now.entrySet().stream()
        .filter(topic -> streaks.containsKey(topic.getKey()))
        .map(topic -> new ContinuedTopic(topic.getValue().title(), streaks.get(topic.getKey()) + 1))
        .toList();
  }

  /** What two titles have in common that count as one. */
  private static String key(String title) {
    return hash(title.startsWith(HASHED) ? title : title.strip().toLowerCase(Locale.ROOT));
  }

  /** Its hash; itself if it is one, or null. */
  private static String hash(String text) {
    return text == null || text.startsWith(HASHED) ? text : HASHED + Checksums.sha256(text);
  }

  // Written from the exact binary value, as the reference figures are.
  private static double rounded(double value) {
    return new BigDecimal(value).setScale(4, RoundingMode.HALF_EVEN).doubleValue();
  }
}
