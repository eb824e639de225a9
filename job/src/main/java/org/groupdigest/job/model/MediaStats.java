package org.groupdigest.job.model;

import java.util.Map;

/**
 * Attachments of a window.
 *
 * @param total attachments
 * @param withText attachments that can be read (description, recognised text, transcript)
 * @param totalBytes sum of known sizes in bytes
 * @param byKind count by wire name of {@link MediaKind}
 */
public record MediaStats(int total, int withText, long totalBytes, Map<String, Integer> byKind) {}
