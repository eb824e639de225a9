package org.groupdigest.job.model;

import java.time.Instant;

/**
 * A message that a digest was made from, without what it says: by it a later deletion finds the
 * digest. State type: fields are only ever added, new ones nullable.
 *
 * @param messageId id inside the group
 * @param senderId stable id of the sender
 * @param author the name a digest shows, see {@link Message#author()}
 * @param postedAt when it was posted
 * @param replyToMessageId the message it answers, or null
 */
public record SourceMessage(
    String messageId, String senderId, String author, Instant postedAt, String replyToMessageId) {

  /** A message without what it says. */
  public static SourceMessage of(Message message) {
    return new SourceMessage(
        message.messageId(),
        message.senderId(),
        message.author(),
        message.postedAt(),
        message.replyToMessageId());
  }
}
