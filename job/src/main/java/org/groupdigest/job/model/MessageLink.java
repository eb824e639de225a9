package org.groupdigest.job.model;

/**
 * A kept message that resembles an earlier one.
 *
 * @param messageId the later message
 * @param linkedId the earlier one, of this window (soft link) or an earlier one (history link)
 * @param similarity cosine in 0..1
 */
public record MessageLink(String messageId, String linkedId, double similarity) {}
