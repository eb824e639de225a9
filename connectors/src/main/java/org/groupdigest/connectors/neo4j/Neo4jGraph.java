package org.groupdigest.connectors.neo4j;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.groupdigest.connectors.shared.FailureClasses;
import org.groupdigest.connectors.shared.StoreReply;
import org.groupdigest.connectors.sink.PlainValues;

/**
 * Reads and changes a graph. Never blocks and never fails: what Neo4j does not do is a value. The
 * driver repeats a transaction that lost a lock or its connection for two seconds, and nobody else
 * does.
 */
public final class Neo4jGraph implements AutoCloseable {
  private static final Duration RETRY = Duration.ofSeconds(2);

  private final Neo4jTransactions transactions;
  private final FailureClasses failures = Neo4jFailures.classes();

  private Neo4jGraph(Neo4jTransactions transactions) {
    this.transactions = transactions;
  }

  /** A client of this database; succeeds while Neo4j is away. */
  public static Neo4jGraph open(Neo4jConfig config, String password) {
    return new Neo4jGraph(Neo4jTransactions.open(config, password, RETRY));
  }

  /**
   * Runs a statement that changes nothing; answers its rows, all of them: the statement limits how
   * many.
   *
   * @param parameters {@link PlainValues}
   */
  public CompletionStage<StoreReply<List<Map<String, Object>>>> read(
      CypherStatement statement, Map<String, ?> parameters) {
    Map<String, Object> plain = PlainValues.copyOf(parameters);
    return failures.replyTo(start -> transactions.read(statement, plain));
  }

  /**
   * Runs a statement that changes the graph or its schema, in a transaction of its own; answers its
   * rows. It may run twice when the answer was lost, so it is idempotent.
   *
   * @param parameters {@link PlainValues}
   */
  public CompletionStage<StoreReply<List<Map<String, Object>>>> write(
      CypherStatement statement, Map<String, ?> parameters) {
    Map<String, Object> plain = PlainValues.copyOf(parameters);
    return failures.replyTo(start -> transactions.write(statement, plain));
  }

  /** Closes the connections; transactions that run are answered {@code unavailable}. */
  @Override
  public void close() {
    transactions.close();
  }
}
