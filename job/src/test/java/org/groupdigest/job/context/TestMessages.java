package org.groupdigest.job.context;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.groupdigest.job.model.HistoryMessage;
import org.groupdigest.job.model.MediaItem;
import org.groupdigest.job.model.MediaKind;
import org.groupdigest.job.model.Message;

/** Messages for tests, short to write: an id, a second, a sender, a text. */
final class TestMessages {

  static final Instant START = Instant.parse("2026-02-03T09:00:00Z");

  private TestMessages() {}

  static Message message(String id, long second, String sender, String text) {
    return full(id, second, sender, text, null, 0, List.of());
  }

  static Message reply(String id, long second, String sender, String text, String to) {
    return full(id, second, sender, text, to, 0, List.of());
  }

  static Message liked(String id, long second, String sender, String text, int reactions) {
    return full(id, second, sender, text, null, reactions, List.of());
  }

  static Message withMedia(String id, long second, String sender, String text, MediaItem... media) {
    return full(id, second, sender, text, null, 0, List.of(media));
  }

  static Message full(
      String id,
      long second,
      String sender,
      String text,
      String replyTo,
      int reactions,
      List<MediaItem> media) {
    return new Message(
        id,
        0,
        START.plusSeconds(second),
        sender,
        sender,
        null,
        false,
        text,
        replyTo,
        null,
        null,
        Map.of(),
        reactions,
        media);
  }

  static Message edited(Message original, int revision, String text) {
    return new Message(
        original.messageId(),
        revision,
        original.postedAt(),
        original.senderId(),
        original.senderUsername(),
        original.senderName(),
        original.bot(),
        text,
        original.replyToMessageId(),
        original.topicId(),
        original.forwardedFrom(),
        original.reactions(),
        original.reactionCount(),
        original.media());
  }

  static MediaItem picture(String hash, String description) {
    return new MediaItem(
        MediaKind.IMAGE, hash, "image/png", 1000, description, null, null, List.of(), null);
  }

  static HistoryMessage history(String id, long second, String text) {
    return new HistoryMessage(id, START.plusSeconds(second), text);
  }
}
