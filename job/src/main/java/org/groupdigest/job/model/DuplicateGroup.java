package org.groupdigest.job.model;

import java.util.List;

/**
 * What a kept message stands for besides itself, so that votes and counts survive deduplication.
 *
 * @param keptId the message that was kept
 * @param droppedIds the messages it stands for, oldest first (bounded in the hand-over, see {@code
 *     count})
 * @param authors who wrote those, distinct, in order of appearance
 * @param count how many were dropped, also where {@code droppedIds} was cut
 */
public record DuplicateGroup(
    String keptId, List<String> droppedIds, List<String> authors, int count) {}
