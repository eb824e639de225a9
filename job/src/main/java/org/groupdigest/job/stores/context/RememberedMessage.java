package org.groupdigest.job.stores.context;

import java.util.List;
import org.groupdigest.job.model.Message;
import org.groupdigest.job.model.WindowContext;
import org.groupdigest.job.model.WindowRef;

/**
 * A message of a closed window, as the context storage keeps it. Travels between operators: fields
 * are only ever added, new ones nullable.
 *
 * @param messageId id inside the group
 * @param senderId stable id of the sender
 * @param text all that can be read in it, masked, not empty
 * @param postedAtMillis when it was posted, epoch milliseconds
 * @param windowHours nominal size of the window in hours
 * @param windowId the window
 * @param windowEndMillis first instant after the window, epoch milliseconds
 */
public record RememberedMessage(
    String messageId,
    String senderId,
    String text,
    long postedAtMillis,
    int windowHours,
    String windowId,
    long windowEndMillis) {

  /** What is remembered of a window: messages in which something can be read. */
  static List<RememberedMessage> of(WindowContext context) {
    return context.messages().stream()
        .filter(message -> !message.readableText().isBlank())
        .map(message -> of(context.window(), message))
        .toList();
  }

  private static RememberedMessage of(WindowRef window, Message message) {
    return new RememberedMessage(
        message.messageId(),
        message.senderId(),
        message.readableText(),
        message.postedAt().toEpochMilli(),
        window.hours(),
        window.windowId(),
        window.end().toEpochMilli());
  }

  /** The id alone. */
  @Override
  public String toString() {
    return "RememberedMessage[" + messageId + "]";
  }
}
