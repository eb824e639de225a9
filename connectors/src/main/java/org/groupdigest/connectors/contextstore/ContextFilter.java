package org.groupdigest.connectors.contextstore;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import org.groupdigest.connectors.sink.PlainValues;

/**
 * Documents whose metadata has all of these values, and whose numbers are not above these bounds.
 *
 * <pre>{@code
 * ContextFilter.where("group", "g-1").atMost("posted_at", 1_731_283_200_000L);
 * }</pre>
 *
 * @param equal metadata key to a text, a whole number or a boolean; at least one
 * @param atMost metadata key to the highest number, inclusive
 */
public record ContextFilter(Map<String, Object> equal, Map<String, Object> atMost)
    implements Serializable {

  /**
   * Copies and checks.
   *
   * @throws IllegalArgumentException when the filter is every document, names the key of a value
   *     that no document can be found by, or of a bound that is no whole number
   */
  public ContextFilter {
    equal = PlainValues.copyOf(equal);
    atMost = PlainValues.copyOf(atMost);
    if (equal.isEmpty()) {
      throw new IllegalArgumentException("a filter says which documents");
    }
    equal.forEach(
        (key, value) ->
            require(
                value instanceof String || value instanceof Long || value instanceof Boolean, key));
    atMost.forEach((key, value) -> require(value instanceof Long, key));
  }

  /** Documents with this value. */
  public static ContextFilter where(String key, Object value) {
    return new ContextFilter(Map.of(key, value), Map.of());
  }

  /** The documents of this filter that have this value, too. */
  public ContextFilter and(String key, Object value) {
    return new ContextFilter(with(equal, key, value), atMost);
  }

  /** The documents of this filter whose number is not higher. */
  public ContextFilter atMost(String key, long highest) {
    return new ContextFilter(equal, with(atMost, key, highest));
  }

  private static Map<String, Object> with(Map<String, Object> values, String key, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(values);
    more.put(key, value);
    return more;
  }

  private static void require(boolean holds, String key) {
    if (!holds) {
      throw new IllegalArgumentException("no filter by the value of " + key);
    }
  }

  /** The keys alone. */
  @Override
  public String toString() {
    return "ContextFilter" + equal.keySet() + atMost.keySet();
  }
}
