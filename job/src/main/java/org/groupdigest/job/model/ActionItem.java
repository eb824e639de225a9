package org.groupdigest.job.model;

import java.util.List;

/**
 * Something to be done.
 *
 * @param owner shown name of a participant, or null when nobody took it
 * @param action what
 * @param due when, as it was said, or null
 * @param messageIds sources, at least one
 */
public record ActionItem(String owner, String action, String due, List<String> messageIds) {}
