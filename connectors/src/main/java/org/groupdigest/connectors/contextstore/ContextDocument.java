package org.groupdigest.connectors.contextstore;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import org.groupdigest.connectors.sink.PlainValues;

/**
 * A text that is remembered.
 *
 * @param id identity in its namespace, not empty; the same id replaces the document
 * @param text what was said; empty when it is to be forgotten
 * @param metadata {@link PlainValues} to find it by
 */
public record ContextDocument(String id, String text, Map<String, Object> metadata)
    implements Serializable {

  /** Copies and checks. */
  public ContextDocument {
    if (id.isEmpty() || text == null) {
      throw new IllegalArgumentException("a document has an id and a text");
    }
    metadata = PlainValues.copyOf(metadata);
  }

  /** The same document without its text, with these marks in its metadata. */
  public ContextDocument blank(Map<String, Object> marks) {
    Map<String, Object> marked = new LinkedHashMap<>(metadata);
    marked.putAll(marks);
    return new ContextDocument(id, "", marked);
  }

  /** The id alone: text and metadata tell what people wrote. */
  @Override
  public String toString() {
    return "ContextDocument[" + id + "]";
  }
}
