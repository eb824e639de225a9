package org.groupdigest.connectors.postgres;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A row to be written: columns in order with their values, which are null, text, numbers, booleans,
 * {@link java.time.Instant}, {@link java.time.LocalDate}, {@link JsonText} or lists of text.
 */
public final class Row {
  private final Map<String, Object> values = new LinkedHashMap<>();

  /** Sets a column; a column is set once. */
  public Row set(String column, Object value) {
    if (values.containsKey(column)) {
      throw new IllegalArgumentException("column set twice: " + column);
    }
    values.put(column, value);
    return this;
  }

  List<String> columns() {
    return List.copyOf(values.keySet());
  }

  List<Object> values() {
    return new ArrayList<>(values.values());
  }
}
