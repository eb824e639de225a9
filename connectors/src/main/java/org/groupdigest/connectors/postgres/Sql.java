package org.groupdigest.connectors.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.postgresql.util.PGobject;

/** Statements on one connection, with the value types of {@link Row}. */
public final class Sql {
  private final Connection connection;

  /** Uses a connection inside its transaction. */
  public Sql(Connection connection) {
    this.connection = connection;
  }

  /**
   * Reads one row of a result.
   *
   * @param <T> what it becomes
   */
  @FunctionalInterface
  public interface Reader<T> {
    /** Reads the row that the cursor stands on. */
    T read(ResultSet row) throws SQLException;
  }

  /** Runs a statement; gives the number of rows it touched. */
  public int update(String sql, Object... parameters) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, Arrays.asList(parameters));
      return statement.executeUpdate();
    }
  }

  /** Inserts a row or replaces the stored one; false when the stored one was left as it is. */
  public boolean upsert(Upsert upsert, Row row) throws SQLException {
    return update(upsert.sql(row.columns()), row.values().toArray()) > 0;
  }

  /** Inserts rows of the same columns in one batch. */
  public void insertAll(String table, List<Row> rows) throws SQLException {
    if (!rows.isEmpty()) {
      batch(Upsert.insert(table, rows.get(0).columns()), rows);
    }
  }

  /** Upserts rows of the same columns in one batch. */
  public void upsertAll(Upsert upsert, List<Row> rows) throws SQLException {
    if (!rows.isEmpty()) {
      batch(upsert.sql(rows.get(0).columns()), rows);
    }
  }

  /** Runs a query; gives its rows in order. */
  public <T> List<T> query(String sql, Reader<T> reader, Object... parameters) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, Arrays.asList(parameters));
      List<T> found = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(reader.read(rows));
        }
      }
      return found;
    }
  }

  private void batch(String sql, List<Row> rows) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (Row row : rows) {
        bind(statement, row.values());
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  private void bind(PreparedStatement statement, List<Object> values) throws SQLException {
    int index = 1;
    for (Object value : values) {
      bind(statement, index++, value);
    }
  }

  private void bind(PreparedStatement statement, int index, Object value) throws SQLException {
    if (value == null) {
      statement.setNull(index, Types.NULL);
    } else if (value instanceof String text) {
      statement.setString(index, PostgresText.storable(text));
    } else if (value instanceof Instant instant) {
      statement.setObject(index, OffsetDateTime.ofInstant(instant, ZoneOffset.UTC));
    } else if (value instanceof JsonText json) {
      statement.setObject(index, object(json));
    } else if (value instanceof Collection<?> texts) {
      statement.setArray(index, connection.createArrayOf("text", storable(texts)));
    } else if (value instanceof Number || value instanceof Boolean || value instanceof LocalDate) {
      statement.setObject(index, value);
    } else {
      throw new IllegalArgumentException("no column holds a " + value.getClass().getSimpleName());
    }
  }

  private static PGobject object(JsonText json) throws SQLException {
    PGobject object = new PGobject();
    object.setType(json.type());
    object.setValue(json.text());
    return object;
  }

  private static Object[] storable(Collection<?> texts) {
    return texts.stream().map(text -> PostgresText.storable((String) text)).toArray();
  }
}
