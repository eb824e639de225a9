package org.groupdigest.job.model;

import java.util.List;

/**
 * Messages that belong together, at most 20; longer conversations are split into {@code -part2},
 * {@code -part3}.
 *
 * @param threadId stable id inside the window
 * @param messageIds its messages in time order
 */
public record MessageThread(String threadId, List<String> messageIds) {}
