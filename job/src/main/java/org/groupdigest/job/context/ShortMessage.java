package org.groupdigest.job.context;

import java.util.List;
import org.groupdigest.job.model.MediaItem;
import org.groupdigest.job.model.Message;

/**
 * What makes two messages of very few words the same: sender, text but for white space around it,
 * and attachments. Two pictures without a word are not the same because they say nothing.
 */
record ShortMessage(String senderId, String text, List<MediaItem> media) {

  static ShortMessage of(Message message) {
    return new ShortMessage(message.senderId(), message.text().strip(), message.media());
  }
}
