package org.groupdigest.job.stores.vectors;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.groupdigest.job.model.DigestRecord;
import org.groupdigest.job.model.DigestStatus;
import org.groupdigest.job.model.EmotionProfile;
import org.groupdigest.job.model.SourceMessage;
import org.groupdigest.job.model.Topics.Topic;
import org.groupdigest.job.model.WindowRef;
import org.groupdigest.job.stores.DigestChange;

/**
 * What the collection must come to hold of a digest: nothing of what it held before, and a point
 * for each topic if the digest is ready. What is blocked or skipped was not shown to anybody and is
 * not said to have been discussed.
 */
final class DigestPoints {

  private static final Map<String, Double> TONES =
      Map.of("positive", 1.0, "neutral", 0.0, "negative", -1.0);

  private DigestPoints() {}

  /** The topics to embed. */
  static List<Topic> topics(DigestChange change) {
    boolean ready = !change.isRemoval() && change.digest().status() == DigestStatus.READY;
    return ready
        ? change.digest().topics().topics().stream()
            .filter(topic -> !TopicText.of(topic).isBlank())
            .toList()
        : List.of();
  }

  /** That all points of the digest go: what comes first. */
  static VectorChange removal(DigestChange change) {
    return new VectorChange(change.tenantId(), change.digestId(), null);
  }

  /**
   * All changes of a digest, in order.
   *
   * @param topics as {@link #topics} gives them
   * @param vectors one a topic; a topic whose vector has no numbers gets no point
   * @param model what made the vectors
   */
  static List<VectorChange> changes(
      DigestChange change, List<Topic> topics, List<float[]> vectors, String model) {
    List<VectorChange> changes = new ArrayList<>(List.of(removal(change)));
    for (int i = 0; i < topics.size(); i++) {
      if (vectors.get(i).length > 0) {
        TopicPoint point = point(change.digest(), topics.get(i), vectors.get(i), model);
        changes.add(new VectorChange(change.tenantId(), change.digestId(), point));
      }
    }
    return changes;
  }

  private static TopicPoint point(DigestRecord digest, Topic topic, float[] vector, String model) {
    WindowRef window = digest.window();
    return new TopicPoint(
        window.groupId(),
        window.windowId(),
        window.hours(),
        window.end(),
        topic.topicId(),
        topic.title(),
        topic.messageIds(),
        participants(digest, topic),
        sentiment(digest.emotions()),
        model,
        vector);
  }

  private static List<String> participants(DigestRecord digest, Topic topic) {
    Map<String, String> authors = new LinkedHashMap<>();
    for (SourceMessage source : digest.sources()) {
      authors.put(source.messageId(), source.author());
    }
    return topic.messageIds().stream()
        .map(authors::get)
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }

  /**
   * The mood of the window in numbers: tone (positive 1, neutral 0, negative -1), intensity,
   * conflict, collaboration, stress, enthusiasm, these in 0..1.
   *
   * @param emotions null when unknown
   * @return empty when unknown
   */
  static List<Double> sentiment(EmotionProfile emotions) {
    return emotions == null
        ? List.of()
        : List.of(
            TONES.getOrDefault(emotions.tone(), 0.0),
            emotions.intensity(),
            emotions.conflict(),
            emotions.collaboration(),
            emotions.stress(),
            emotions.enthusiasm());
  }
}
