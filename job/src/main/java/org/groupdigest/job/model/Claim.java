package org.groupdigest.job.model;

import java.util.List;

/**
 * A line of a digest with its sources.
 *
 * @param text what is claimed, in the group's language
 * @param messageIds sources, at least one
 */
public record Claim(String text, List<String> messageIds) {}
