package org.groupdigest.job.stores.vectors;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.groupdigest.connectors.qdrant.QdrantFilter;
import org.groupdigest.job.model.GroupKey;

/**
 * What is kept with a vector, and the filters by it. A collection belongs to one tenant already;
 * all the same its id stands in every point and every filter.
 */
final class TopicPayload {

  static final String TENANT = "tenant_id";
  static final String GROUP = "group_id";
  static final String DIGEST = "digest_id";
  static final String WINDOW = "window_id";

  /** Epoch milliseconds: a number, so that searches can bound it. */
  static final String WINDOW_END = "window_end";

  static final String TOPIC = "topic_id";
  static final String MESSAGES = "message_ids";
  static final String MODEL = "embedding_model";

  private TopicPayload() {}

  static Map<String, Object> of(VectorChange change) {
    TopicPoint point = change.point();
    Map<String, Object> payload = new LinkedHashMap<>();
    payload.put(TENANT, change.tenantId());
    payload.put(GROUP, point.groupId());
    payload.put(DIGEST, change.digestId());
    payload.put(WINDOW, point.windowId());
    payload.put("window_hours", point.windowHours());
    payload.put(WINDOW_END, point.windowEnd().toEpochMilli());
    payload.put(TOPIC, point.topicId());
    payload.put("title", point.title());
    payload.put(MESSAGES, point.messageIds());
    payload.put("participants", point.participants());
    payload.put("sentiment_vector", point.sentiment());
    payload.put(MODEL, point.embeddingModel());
    return payload;
  }

  /** All points of a digest. */
  static QdrantFilter ofDigest(String tenantId, String digestId) {
    return QdrantFilter.all().and(TENANT, tenantId).and(DIGEST, digestId);
  }

  /** Points of a group whose windows had ended, with vectors of a model. */
  static QdrantFilter earlier(GroupKey group, String model, Instant end) {
    return QdrantFilter.all()
        .and(TENANT, group.tenantId())
        .and(GROUP, group.groupId())
        .and(MODEL, model)
        .upTo(WINDOW_END, end.toEpochMilli());
  }

  static Optional<String> text(Map<String, Object> payload, String key) {
    return Optional.ofNullable(payload.get(key))
        .filter(String.class::isInstance)
        .map(String.class::cast);
  }

  static Optional<Instant> windowEnd(Map<String, Object> payload) {
    return Optional.ofNullable(payload.get(WINDOW_END))
        .filter(Long.class::isInstance)
        .map(millis -> Instant.ofEpochMilli((Long) millis));
  }

  static Optional<String> firstMessage(Map<String, Object> payload) {
    return payload.get(MESSAGES) instanceof List<?> ids && !ids.isEmpty()
        ? Optional.of(ids.get(0).toString())
        : Optional.empty();
  }
}
