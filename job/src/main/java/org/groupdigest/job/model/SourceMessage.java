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
 * @param senderUsername the author's user name where it is a real one, by which a messenger knows
 *     them; null for display names and in old state
 */
public record SourceMessage(
    String messageId,
    String senderId,
    String author,
    Instant postedAt,
    String replyToMessageId,
    String senderUsername) {

  /** A message of somebody without a user name. */
  public SourceMessage(
      String messageId, String senderId, String author, Instant postedAt, String replyToMessageId) {
    this(messageId, senderId, author, postedAt, replyToMessageId, null);
  }

  /** A message without what it says. */
  public static SourceMessage of(Message message) {
    return new SourceMessage(
        message.messageId(),
        message.senderId(),
        message.author(),
        message.postedAt(),
        message.replyToMessageId(),
        message.senderUsername());
  }
}
