package org.groupdigest.connectors.neo4j;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.flink.connector.base.sink.writer.BufferedRequestState;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.util.function.SerializableSupplier;
import org.groupdigest.connectors.sink.BatchSender;
import org.groupdigest.connectors.sink.OrderedSink;

/**
 * Writes a stream of rows to Neo4j, at least once and in order, see {@link OrderedSink}. Failed
 * transactions are repeated by the sink alone; the driver's own repeating is off.
 *
 * <pre>{@code
 * Neo4jSink<Topic> sink =
 *     Neo4jSink.<Topic>builder()
 *         .setConfig(Neo4jConfig.of("bolt://localhost:7687", "neo4j"))
 *         .setPassword(Secret.environment("NEO4J_PASSWORD"))
 *         .setStatements(TOPIC)
 *         .setElementConverter((topic, context) -> CypherWrite.of(TOPIC, topic.row()))
 *         .build();
 * }</pre>
 *
 * @param <InputT> elements of the stream
 */
public final class Neo4jSink<InputT> extends OrderedSink<InputT, CypherWrite> {
  private static final long serialVersionUID = 1L;

  private final Neo4jConfig config;
  private final SerializableSupplier<String> password;
  private final Map<String, CypherStatement> statements;

  // The list is one of the JDK's serializable ones.
  @SuppressWarnings("serial")
  private final List<CypherStatement> schema;

  Neo4jSink(
      Neo4jSinkBuilder<InputT> builder,
      Neo4jConfig config,
      SerializableSupplier<String> password,
      Map<String, CypherStatement> statements,
      List<CypherStatement> schema) {
    super(builder);
    this.config = config;
    this.password = password;
    this.statements = Map.copyOf(statements);
    this.schema = List.copyOf(schema);
  }

  /** A sink to be told where Neo4j is and what to write. */
  public static <InputT> Neo4jSinkBuilder<InputT> builder() {
    return new Neo4jSinkBuilder<>();
  }

  @Override
  protected BatchSender<CypherWrite> openSender() {
    return new Neo4jSender(
        Neo4jTransactions.open(config, password.get(), Duration.ZERO), statements, schema);
  }

  @Override
  public SimpleVersionedSerializer<BufferedRequestState<CypherWrite>> getWriterStateSerializer() {
    return new CypherWriteSerializer();
  }
}
