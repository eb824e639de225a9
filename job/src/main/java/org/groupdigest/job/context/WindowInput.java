package org.groupdigest.job.context;

import java.util.List;
import org.groupdigest.job.model.GroupInfo;
import org.groupdigest.job.model.HistoryMessage;
import org.groupdigest.job.model.Message;
import org.groupdigest.job.model.WindowRef;

/**
 * A closed window as it comes out of state.
 *
 * @param window which window
 * @param group what is known of the group
 * @param traceId runs from the ingested message to the last row and log line
 * @param messages its messages, masked, in any order
 * @param history messages of earlier windows, in any order
 */
public record WindowInput(
    WindowRef window,
    GroupInfo group,
    String traceId,
    List<Message> messages,
    List<HistoryMessage> history) {}
