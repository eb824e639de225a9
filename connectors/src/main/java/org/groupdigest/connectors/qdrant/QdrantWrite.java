package org.groupdigest.connectors.qdrant;

import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.groupdigest.connectors.sink.PlainValues;
import org.groupdigest.connectors.sink.SinkEntry;

/** One change to a collection; the same change twice is the same as once. */
public sealed interface QdrantWrite extends SinkEntry {
  /** The collection that changes. */
  String collection();

  /** Stores or replaces a point; the collection is made when it is missing. */
  record Upsert(String collection, QdrantPoint point) implements QdrantWrite {
    /** Checks that nothing is missing. */
    public Upsert {
      Objects.requireNonNull(collection, "collection");
      Objects.requireNonNull(point, "point");
    }

    @Override
    public long sizeInBytes() {
      return ID_BYTES
          + (long) Float.BYTES * point.vectorSize()
          + PlainValues.sizeOf(point.payload());
    }
  }

  /** Removes points by id; those that are not there do not matter. */
  record DeleteIds(String collection, Set<UUID> ids) implements QdrantWrite {
    /** Copies. */
    public DeleteIds {
      Objects.requireNonNull(collection, "collection");
      ids = Set.copyOf(ids);
    }

    @Override
    public long sizeInBytes() {
      return (long) ID_BYTES * ids.size();
    }
  }

  /** Removes the points that a filter finds. */
  record DeleteMatching(String collection, QdrantFilter filter) implements QdrantWrite {
    /** Refuses a filter that would empty the collection, and bounds, which are for searches. */
    public DeleteMatching {
      Objects.requireNonNull(collection, "collection");
      if (filter.isAll() || !filter.atMost().isEmpty()) {
        throw new IllegalArgumentException("a deletion says which points, by their values");
      }
    }

    @Override
    public long sizeInBytes() {
      return PlainValues.sizeOf(filter.must());
    }
  }

  /** An id on the wire, as text. */
  int ID_BYTES = 40;
}
