package org.groupdigest.connectors.qdrant;

import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.groupdigest.connectors.sink.PlainValues;

/**
 * Points whose payload has all of these values; in a payload's list, one equal item is enough.
 *
 * <pre>{@code
 * QdrantFilter.all().and("group", "g-1").and("day", List.of("2026-11-11", "2026-11-12"));
 * }</pre>
 *
 * @param must payload key to a text, a whole number, a boolean, or a list of texts of which one is
 *     enough
 * @param atMost payload key to the largest number that its value may be; points without such a
 *     number are not found
 */
public record QdrantFilter(Map<String, Object> must, Map<String, Long> atMost)
    implements Serializable {
  /** Copies and checks. */
  public QdrantFilter {
    must = PlainValues.copyOf(must);
    must.forEach(QdrantFilter::check);
    atMost = Collections.unmodifiableMap(new LinkedHashMap<>(atMost));
  }

  /** A filter without bounds. */
  public QdrantFilter(Map<String, Object> must) {
    this(must, Map.of());
  }

  /** Every point of the collection. */
  public static QdrantFilter all() {
    return new QdrantFilter(Map.of());
  }

  /** The points of this filter whose value of a key is this one, too. */
  public QdrantFilter and(String key, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(must);
    more.put(key, value);
    return new QdrantFilter(more, atMost);
  }

  /** The points of this filter whose value of a key is not larger than this, too. */
  public QdrantFilter upTo(String key, long largest) {
    Map<String, Long> more = new LinkedHashMap<>(atMost);
    more.put(key, largest);
    return new QdrantFilter(must, more);
  }

  /** Whether this is every point. */
  public boolean isAll() {
    return must.isEmpty() && atMost.isEmpty();
  }

  private static void check(String key, Object value) {
    boolean texts =
        value instanceof List<?> list
            && !list.isEmpty()
            && list.stream().allMatch(String.class::isInstance);
    if (!texts
        && !(value instanceof String)
        && !(value instanceof Long)
        && !(value instanceof Boolean)) {
      throw new IllegalArgumentException("no filter by the value of " + key);
    }
  }

  /** The keys alone. */
  @Override
  public String toString() {
    return "QdrantFilter" + must.keySet() + atMost.keySet();
  }
}
