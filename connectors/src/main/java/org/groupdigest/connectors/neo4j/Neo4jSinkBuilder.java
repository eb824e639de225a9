package org.groupdigest.connectors.neo4j;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.util.function.SerializableSupplier;
import org.groupdigest.connectors.shared.Secret;
import org.groupdigest.connectors.sink.OrderedSinkBuilder;

/**
 * Builds a {@link Neo4jSink}: address, password, statements and element converter must be set.
 *
 * @param <InputT> elements of the stream
 */
public final class Neo4jSinkBuilder<InputT>
    extends OrderedSinkBuilder<InputT, CypherWrite, Neo4jSinkBuilder<InputT>> {
  private final Map<String, CypherStatement> statements = new LinkedHashMap<>();
  private List<CypherStatement> schema = List.of();
  private Neo4jConfig config;
  private SerializableSupplier<String> password;

  Neo4jSinkBuilder() {}

  /** Where Neo4j is. Its call timeout gives way to {@link #setRequestTimeout}. */
  public Neo4jSinkBuilder<InputT> setConfig(Neo4jConfig newConfig) {
    config = Objects.requireNonNull(newConfig, "config");
    return this;
  }

  /** Where the password is, a {@link Secret}; asked on the TaskManager whenever a writer opens. */
  public Neo4jSinkBuilder<InputT> setPassword(SerializableSupplier<String> reference) {
    password = Objects.requireNonNull(reference, "reference");
    return this;
  }

  /**
   * The statements that rows may name. A row restored from state whose statement is not among them
   * is refused with the code {@code unknown_statement}.
   *
   * @throws IllegalArgumentException for two of one name, and for one that takes no rows
   */
  public Neo4jSinkBuilder<InputT> setStatements(CypherStatement... all) {
    statements.clear();
    for (CypherStatement statement : all) {
      if (!statement.takesRows()) {
        throw new IllegalArgumentException(statement + " must begin with UNWIND $rows AS row");
      }
      if (statements.put(statement.name(), statement) != null) {
        throw new IllegalArgumentException("two statements have the name " + statement.name());
      }
    }
    return this;
  }

  /**
   * Statements without parameters that each writer runs before its first rows, in transactions of
   * their own and until they have succeeded: constraints and indexes. Several writers run them at
   * the same time, and every start runs them again, so each says {@code IF NOT EXISTS}.
   */
  public Neo4jSinkBuilder<InputT> setSchema(CypherStatement... all) {
    schema = List.of(all);
    return this;
  }

  @Override
  public Neo4jSink<InputT> build() {
    Objects.requireNonNull(config, "a config must be set");
    Objects.requireNonNull(password, "a password must be set");
    if (statements.isEmpty()) {
      throw new IllegalArgumentException("statements must be set");
    }
    return new Neo4jSink<>(
        this, config.withCallTimeout(requestTimeout()), password, statements, schema);
  }
}
