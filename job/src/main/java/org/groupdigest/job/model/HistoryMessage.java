package org.groupdigest.job.model;

import java.time.Instant;

/**
 * A message of an earlier window, kept to recognise what has been said before. State type: fields
 * are only ever added, new ones nullable.
 *
 * @param messageId id inside the group
 * @param postedAt when it was posted
 * @param text masked text
 */
public record HistoryMessage(String messageId, Instant postedAt, String text) {}
