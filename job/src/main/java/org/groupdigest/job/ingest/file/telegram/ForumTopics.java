package org.groupdigest.job.ingest.file.telegram;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which forum topic a message belongs to. An export does not say it: a message in a topic answers
 * the service message that created the topic, or another message of the topic. Remembers a bounded
 * number of messages; an answer to an older one counts as outside of any topic.
 */
final class ForumTopics {

  private static final int MAX_REMEMBERED = 100_000;

  private final Map<String, String> topicOf =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
          return size() > MAX_REMEMBERED;
        }
      };

  /** A service message has created a topic that is named after it. */
  void created(String messageId) {
    topicOf.put(messageId, messageId);
  }

  /** The topic of a message that answers {@code replyTo}, remembered for answers to it; or null. */
  String topic(String messageId, String replyTo) {
    String topic = replyTo == null ? null : topicOf.get(replyTo);
    if (topic != null) {
      topicOf.put(messageId, topic);
    }
    return topic;
  }
}
