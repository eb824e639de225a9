package org.groupdigest.connectors.qdrant;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.groupdigest.connectors.sink.PlainValues;

/** A point of a collection: its identity, its vector, and what is kept with it. Immutable. */
public final class QdrantPoint implements Serializable {
  private static final long serialVersionUID = 1L;

  private final UUID id;
  private final float[] vector;
  private final Map<String, Object> payload;

  /**
   * Copies and checks.
   *
   * @param id identity in its collection; the same id replaces the point
   * @param vector finite numbers, at least one, as many as the collection's vectors have
   * @param payload {@link PlainValues}
   * @throws IllegalArgumentException for a vector that is no direction
   */
  public QdrantPoint(UUID id, float[] vector, Map<String, ?> payload) {
    this.id = Objects.requireNonNull(id, "id");
    this.vector = vector.clone();
    this.payload = PlainValues.copyOf(payload);
    if (vector.length == 0) {
      throw new IllegalArgumentException("a vector has at least one number");
    }
    for (float number : vector) {
      if (!Float.isFinite(number)) {
        throw new IllegalArgumentException("a vector holds finite numbers only");
      }
    }
  }

  /** Identity in the collection. */
  public UUID id() {
    return id;
  }

  /** A copy of the vector. */
  public float[] vector() {
    return vector.clone();
  }

  /** How many numbers the vector has. */
  public int vectorSize() {
    return vector.length;
  }

  /** What is kept with the vector, unmodifiable. */
  public Map<String, Object> payload() {
    return payload;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof QdrantPoint point
        && id.equals(point.id)
        && Arrays.equals(vector, point.vector)
        && payload.equals(point.payload);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  /** The id alone: payload and vector tell what people wrote. */
  @Override
  public String toString() {
    return "QdrantPoint[" + id + "]";
  }
}
