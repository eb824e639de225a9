package org.groupdigest.job.model;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A chat message after validation and masking: what the product keeps and works on. State type:
 * fields are only ever added, new ones nullable.
 *
 * @param messageId id inside the group
 * @param revision 0 for the original; a higher revision replaces a lower one
 * @param postedAt when the original was posted (event time, clamped)
 * @param senderId stable id of the sender
 * @param senderUsername user name without {@code @}, or null
 * @param senderName display name, or null
 * @param bot whether a bot wrote it
 * @param text masked text, never null, may be empty when media says something
 * @param replyToMessageId the message it answers, or null
 * @param topicId forum topic, or null
 * @param forwardedFrom where it was forwarded from, or null
 * @param reactions count by emoji, never null
 * @param reactionCount all reactions, also those whose emoji is not known
 * @param media attachments, never null
 */
public record Message(
    String messageId,
    int revision,
    Instant postedAt,
    String senderId,
    String senderUsername,
    String senderName,
    boolean bot,
    String text,
    String replyToMessageId,
    String topicId,
    String forwardedFrom,
    Map<String, Integer> reactions,
    int reactionCount,
    List<MediaItem> media) {

  /** The same message with another time: an edit keeps the original's. */
  public Message withPostedAt(Instant original) {
    return new Message(
        messageId,
        revision,
        original,
        senderId,
        senderUsername,
        senderName,
        bot,
        text,
        replyToMessageId,
        topicId,
        forwardedFrom,
        reactions,
        reactionCount,
        media);
  }

  /** The same message under another id, answering another one or, with null, none. */
  public Message withIds(String id, String answered) {
    return new Message(
        id,
        revision,
        postedAt,
        senderId,
        senderUsername,
        senderName,
        bot,
        text,
        answered,
        topicId,
        forwardedFrom,
        reactions,
        reactionCount,
        media);
  }

  /** The same message with other names of its sender. */
  public Message withNames(String username, String name) {
    return new Message(
        messageId,
        revision,
        postedAt,
        senderId,
        username,
        name,
        bot,
        text,
        replyToMessageId,
        topicId,
        forwardedFrom,
        reactions,
        reactionCount,
        media);
  }

  /** The name a digest shows: user name, else display name, else sender id. */
  @JsonIgnore
  public String author() {
    if (senderUsername != null && !senderUsername.isBlank()) {
      return senderUsername;
    }
    return senderName != null && !senderName.isBlank() ? senderName : senderId;
  }

  /**
   * Everything in it that can be read: its text, then descriptions, recognised text and transcripts
   * of its media, separated by line feeds.
   */
  @JsonIgnore
  public String readableText() {
    if (media.isEmpty()) {
      return text;
    }
    StringBuilder all = new StringBuilder(text);
    for (MediaItem item : media) {
      append(all, item.description());
      append(all, item.ocrText());
      append(all, item.transcript());
    }
    return all.toString();
  }

  private static void append(StringBuilder all, String part) {
    if (part != null && !part.isBlank()) {
      all.append(all.isEmpty() ? "" : "\n").append(part);
    }
  }
}
