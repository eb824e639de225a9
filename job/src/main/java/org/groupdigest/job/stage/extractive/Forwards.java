package org.groupdigest.job.stage.extractive;

import org.groupdigest.job.model.Message;

/** Tells messages of one's own from those that pass on what somebody else wrote. */
final class Forwards {

  private Forwards() {}

  /**
   * Name of the one whose words a message passes on; null for words of its sender, also when they
   * forward themselves.
   */
  static String from(Message message) {
    String origin = message.forwardedFrom();
    boolean own =
        origin == null
            || origin.isBlank()
            || origin.equalsIgnoreCase(message.senderName())
            || origin.equalsIgnoreCase(message.senderUsername())
            || origin.equals(message.senderId());
    return own ? null : origin.strip();
  }
}
