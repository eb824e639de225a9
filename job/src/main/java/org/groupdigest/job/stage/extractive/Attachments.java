package org.groupdigest.job.stage.extractive;

import org.groupdigest.job.model.MediaItem;
import org.groupdigest.job.model.MediaKind;
import org.groupdigest.job.model.Message;

/**
 * Words of a sender told from those that only stand in what they sent: a text read off a picture,
 * or what a picture shows, is nobody's saying. A spoken message is the sender's own.
 */
final class Attachments {

  private Attachments() {}

  /** What the sender said; where they said nothing, what their attachments hold. */
  static String quotable(Message message) {
    String own = own(message);
    return own.isBlank() ? message.readableText() : own;
  }

  /** Whether a message has no words of its sender, only those of its attachments. */
  static boolean areAllOf(Message message) {
    return own(message).isBlank() && message.media().stream().anyMatch(MediaItem::hasText);
  }

  private static String own(Message message) {
    StringBuilder own = new StringBuilder(message.text());
    for (MediaItem item : message.media()) {
      if (item.kind() == MediaKind.AUDIO && item.transcript() != null) {
        own.append(own.isEmpty() ? "" : "\n").append(item.transcript());
      }
    }
    return own.toString();
  }
}
