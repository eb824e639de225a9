package org.groupdigest.job.context.thread;

/**
 * What a message answers.
 *
 * @param messageId the message
 * @param parentId the earlier message it answers; null when it starts a conversation or stays alone
 * @param confidence how sure it is that the message answers an earlier one, 0..1: 1 for a reply
 *     link, at least 0.6 for any other link, less than 0.6 where none was made
 */
public record ThreadLink(String messageId, String parentId, double confidence) {}
