package org.groupdigest.connectors.s3;

/**
 * What is known of an object without reading it.
 *
 * @param size bytes
 * @param contentType media type
 * @param sha256 hash of the content that was noted when it was stored, empty if it was not stored
 *     by us
 * @param version version that was noted, 0 if none
 * @param etag the store's own mark of this content
 */
public record S3Stat(long size, String contentType, String sha256, long version, String etag) {}
