package org.groupdigest.connectors.postgres;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Map;

/**
 * What happens to a row that is there already: its columns are replaced if a condition holds.
 *
 * @param table table; in conditions the stored row goes by this name and the new one by {@code
 *     excluded}
 * @param keys columns of the key
 * @param kept columns that keep their stored value
 * @param special SQL expressions for columns that neither keep nor replace
 * @param condition SQL condition under which the row is replaced
 */
public record Upsert(
    String table,
    List<String> keys,
    List<String> kept,
    Map<String, String> special,
    String condition) {
  /** Replaces all but the key and {@code kept} when the condition holds. */
  public static Upsert when(String condition, String table, List<String> keys, List<String> kept) {
    return new Upsert(table, keys, kept, Map.of(), condition);
  }

  /** The statement for rows of these columns. */
  String sql(List<String> columns) {
    String changes =
        columns.stream()
            .filter(column -> !keys.contains(column) && !kept.contains(column))
            .map(column -> column + " = " + special.getOrDefault(column, "excluded." + column))
            .collect(joining(", "));
    return insert(table, columns)
        + " ON CONFLICT (%s) DO UPDATE SET %s WHERE %s"
            .formatted(String.join(", ", keys), changes, condition);
  }

  static String insert(String table, List<String> columns) {
    String marks = columns.stream().map(column -> "?").collect(joining(", "));
    return "INSERT INTO %s (%s) VALUES (%s)".formatted(table, String.join(", ", columns), marks);
  }
}
