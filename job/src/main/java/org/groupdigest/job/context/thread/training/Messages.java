package org.groupdigest.job.context.thread.training;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.groupdigest.job.model.Message;

/** Makes the messages that logs and dialogues consist of. */
final class Messages {

  private Messages() {}

  /** A text message without reply link, its sender known by one name. */
  static Message plain(String id, Instant at, String nick, String text) {
    return new Message(
        id, 0, at, nick, nick, null, false, text, null, null, null, Map.of(), 0, List.of());
  }

  /** The same message at another time. */
  static Message at(Message m, Instant instant) {
    return copy(m, instant, m.replyToMessageId());
  }

  /** The same message with a reply link, or null for none. */
  static Message answering(Message m, String replyTo) {
    return copy(m, m.postedAt(), replyTo);
  }

  private static Message copy(Message m, Instant at, String replyTo) {
    return new Message(
        m.messageId(),
        m.revision(),
        at,
        m.senderId(),
        m.senderUsername(),
        m.senderName(),
        m.bot(),
        m.text(),
        replyTo,
        m.topicId(),
        m.forwardedFrom(),
        m.reactions(),
        m.reactionCount(),
        m.media());
  }
}
