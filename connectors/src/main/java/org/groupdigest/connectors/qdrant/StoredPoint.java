package org.groupdigest.connectors.qdrant;

import java.util.Map;
import java.util.UUID;

/**
 * What Qdrant keeps of a point, without its vector.
 *
 * @param id identity in its collection
 * @param payload text, {@code Long}, {@code Double}, {@code Boolean}, null, and lists of these
 */
public record StoredPoint(UUID id, Map<String, Object> payload) {
  /** The id alone. */
  @Override
  public String toString() {
    return "StoredPoint[" + id + "]";
  }
}
