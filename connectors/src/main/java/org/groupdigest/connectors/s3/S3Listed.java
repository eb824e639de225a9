package org.groupdigest.connectors.s3;

import java.time.Instant;

/**
 * An object in a listing.
 *
 * @param key its key
 * @param size bytes
 * @param lastModified when it was stored
 */
public record S3Listed(String key, long size, Instant lastModified) {}
