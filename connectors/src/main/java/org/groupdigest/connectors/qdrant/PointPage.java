package org.groupdigest.connectors.qdrant;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A part of a collection, in order of ids.
 *
 * @param points the part
 * @param next where the next part begins, empty after the last
 */
public record PointPage(List<StoredPoint> points, Optional<UUID> next) {}
