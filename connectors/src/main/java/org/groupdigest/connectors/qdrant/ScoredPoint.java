package org.groupdigest.connectors.qdrant;

/**
 * A point that was found.
 *
 * @param point the point
 * @param score cosine of the angle between its vector and the one looked for: -1 to 1, 1 is equal
 */
public record ScoredPoint(StoredPoint point, double score) {}
