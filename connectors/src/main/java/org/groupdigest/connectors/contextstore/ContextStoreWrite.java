package org.groupdigest.connectors.contextstore;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.groupdigest.connectors.sink.PlainValues;
import org.groupdigest.connectors.sink.SinkEntry;

/** One change to a namespace, which is made when missing; twice is the same as once. */
public sealed interface ContextStoreWrite extends SinkEntry {
  /** The namespace that changes. */
  String namespace();

  /** Stores or replaces a document. */
  record Upsert(String namespace, ContextDocument document) implements ContextStoreWrite {
    /** Checks that nothing is missing. */
    public Upsert {
      Objects.requireNonNull(namespace, "namespace");
      Objects.requireNonNull(document, "document");
    }

    @Override
    public long sizeInBytes() {
      return document.id().length()
          + (long) document.text().getBytes(StandardCharsets.UTF_8).length
          + PlainValues.sizeOf(document.metadata());
    }
  }

  /**
   * Takes the text out of all documents that a filter finds, and marks them so that it finds them
   * no more: the service can forget without being able to delete.
   */
  record Blank(String namespace, ContextFilter filter, Map<String, Object> marks)
      implements ContextStoreWrite {
    /** Refuses marks that leave a document where it would be found again and again. */
    public Blank {
      Objects.requireNonNull(namespace, "namespace");
      marks = PlainValues.copyOf(marks);
      if (!contradicts(marks, filter.equal())) {
        throw new IllegalArgumentException("no mark takes a document out of the filter");
      }
    }

    private static boolean contradicts(Map<String, Object> marks, Map<String, Object> equal) {
      return marks.entrySet().stream()
          .anyMatch(
              mark ->
                  equal.containsKey(mark.getKey())
                      && !equal.get(mark.getKey()).equals(mark.getValue()));
    }

    @Override
    public long sizeInBytes() {
      return PlainValues.sizeOf(filter.equal())
          + PlainValues.sizeOf(filter.atMost())
          + PlainValues.sizeOf(marks);
    }
  }
}
