package org.groupdigest.job.context;

import org.groupdigest.job.model.HistoryMessage;

/**
 * An earlier message that resembles a text.
 *
 * @param message the message
 * @param score how much, higher is more
 */
public record ContextMatch(HistoryMessage message, double score) {

  /** The id alone. */
  @Override
  public String toString() {
    return "ContextMatch[" + message.messageId() + ", " + score + "]";
  }
}
