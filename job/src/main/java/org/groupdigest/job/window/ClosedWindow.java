package org.groupdigest.job.window;

import java.util.List;
import org.groupdigest.job.model.GroupInfo;
import org.groupdigest.job.model.HistoryMessage;
import org.groupdigest.job.model.Message;
import org.groupdigest.job.model.WindowRef;

/**
 * A window that takes no more messages, before its context is assembled.
 *
 * @param window which
 * @param group what is known of the group
 * @param traceId trace of its first message
 * @param messages everything in it, in time order
 * @param history messages of earlier windows of this size, oldest first
 * @param inputIncomplete whether messages may be missing because a file was cut off; null is no
 */
public record ClosedWindow(
    WindowRef window,
    GroupInfo group,
    String traceId,
    List<Message> messages,
    List<HistoryMessage> history,
    Boolean inputIncomplete) {

  /** The same window, compared with other earlier messages. */
  public ClosedWindow withHistory(List<HistoryMessage> earlier) {
    return new ClosedWindow(window, group, traceId, messages, earlier, inputIncomplete);
  }
}
