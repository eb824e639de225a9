package org.groupdigest.job.model;

import java.time.Instant;

/**
 * An earlier topic of the same group that resembles one of a digest. State type: fields are only
 * ever added, new ones nullable.
 *
 * @param topicId topic of this digest, see {@link Topics.Topic#topicId()}
 * @param digestId earlier digest
 * @param windowId its window
 * @param windowEnd end of that window
 * @param messageId a message of the earlier topic, to link to
 * @param similarity cosine of the two, 0..1
 * @param earlierTopicId id of the earlier topic in its digest; null in old state
 */
public record RelatedTopic(
    String topicId,
    String digestId,
    String windowId,
    Instant windowEnd,
    String messageId,
    double similarity,
    String earlierTopicId) {}
