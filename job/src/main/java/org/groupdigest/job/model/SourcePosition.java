package org.groupdigest.job.model;

/**
 * Where a record came from, so that it can be read again.
 *
 * @param origin topic or file name
 * @param partition partition, 0 for a file
 * @param offset offset in the partition, or line (from 1) or entry index in a file
 */
public record SourcePosition(String origin, int partition, long offset) {}
