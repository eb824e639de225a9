package org.groupdigest.job.window;

import java.util.List;
import org.groupdigest.job.model.HistoryMessage;

/**
 * What is remembered of one closed window. State type: fields are only ever added, new ones
 * nullable.
 *
 * @param hours window size
 * @param endMillis end of the window, epoch milliseconds
 * @param messages its newest messages in time order, bounded
 */
public record HistoryBlock(int hours, long endMillis, List<HistoryMessage> messages) {}
