package org.groupdigest.job.window;

import org.groupdigest.job.model.Message;

/**
 * A place in a group's message state. State type: fields are only ever added, new ones nullable.
 *
 * @param messageId whose place it is
 * @param traceId trace of the record that brought it
 * @param message its content; null when only the id is remembered
 * @param repaired whether its entry of a file was damaged and was put right; null is no
 */
public record StoredMessage(String messageId, String traceId, Message message, Boolean repaired) {

  /** The place of a message of which nothing is kept but its id. */
  static StoredMessage nameOf(String messageId) {
    return new StoredMessage(messageId, null, null, null);
  }
}
