package org.groupdigest.connectors.neo4j;

import java.util.Map;
import java.util.Objects;
import org.groupdigest.connectors.sink.PlainValues;
import org.groupdigest.connectors.sink.SinkEntry;

/**
 * One row for a statement that takes rows. The statement must be idempotent ({@code MERGE}), since
 * a row may be written again.
 *
 * @param statement name of a {@link CypherStatement} that the sink knows
 * @param row {@link PlainValues}, read in Cypher as {@code row.key}
 */
public record CypherWrite(String statement, Map<String, Object> row) implements SinkEntry {
  /** Copies and checks. */
  public CypherWrite {
    Objects.requireNonNull(statement, "statement");
    row = PlainValues.copyOf(row);
  }

  /** A row for a statement. */
  public static CypherWrite of(CypherStatement statement, Map<String, ?> row) {
    return new CypherWrite(statement.name(), PlainValues.copyOf(row));
  }

  @Override
  public long sizeInBytes() {
    return PlainValues.sizeOf(row);
  }

  /** Without the values. */
  @Override
  public String toString() {
    return "CypherWrite[" + statement + ", " + row.keySet() + "]";
  }
}
