package org.groupdigest.job.model;

/**
 * An attachment worth showing.
 *
 * @param messageId message it came with
 * @param kind what it is
 * @param caption what it shows, at most 200 code points
 * @param uri where it is kept, or null
 * @param fileSha256 content hash, or null
 */
public record MediaHighlight(
    String messageId, MediaKind kind, String caption, String uri, String fileSha256) {}
