package org.groupdigest.job.stores.vectors;

import java.time.Instant;
import java.util.List;

/**
 * A topic of a digest with its vector. Travels between operators: fields are only ever added, new
 * ones nullable.
 *
 * @param groupId group
 * @param windowId window of the digest
 * @param windowHours its nominal size in hours
 * @param windowEnd its end
 * @param topicId topic, unique in the digest
 * @param title its title
 * @param messageIds its messages
 * @param participants who wrote them, as digests show names
 * @param sentiment see {@link DigestPoints#sentiment}; empty when unknown
 * @param embeddingModel what made the vector
 * @param vector the vector
 */
// The vector is handed on and never compared; a list would box every number of it.
@SuppressWarnings("ArrayRecordComponent")
public record TopicPoint(
    String groupId,
    String windowId,
    int windowHours,
    Instant windowEnd,
    String topicId,
    String title,
    List<String> messageIds,
    List<String> participants,
    List<Double> sentiment,
    String embeddingModel,
    float[] vector) {

  /** The topic's id alone: the rest tells what people wrote. */
  @Override
  public String toString() {
    return "TopicPoint[" + topicId + "]";
  }
}
