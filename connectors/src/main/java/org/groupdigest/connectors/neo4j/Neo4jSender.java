package org.groupdigest.connectors.neo4j;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.groupdigest.connectors.shared.FailureClasses;
import org.groupdigest.connectors.shared.StoreException;
import org.groupdigest.connectors.sink.BatchSender;
import org.neo4j.driver.async.AsyncTransactionContext;
import org.neo4j.driver.async.ResultCursor;

/**
 * Sees to the schema first. Writes a batch in one transaction; neighbouring rows of the same
 * statement are one run of it, so that what follows something else in the stream follows it in the
 * graph.
 */
final class Neo4jSender implements BatchSender<CypherWrite> {
  private final Neo4jTransactions transactions;
  private final Map<String, CypherStatement> statements;
  private final List<CypherStatement> schema;
  private final FailureClasses failures = Neo4jFailures.classes();
  private CompletableFuture<Void> prepared;

  Neo4jSender(
      Neo4jTransactions transactions,
      Map<String, CypherStatement> statements,
      List<CypherStatement> schema) {
    this.transactions = transactions;
    this.statements = statements;
    this.schema = schema;
  }

  @Override
  public CompletableFuture<Void> send(List<CypherWrite> writes) {
    List<Run> runs = runs(writes);
    CompletableFuture<Void> sent = new CompletableFuture<>();
    var unused =
        prepare()
            .thenCompose(ready -> transactions.inTransaction(tx -> runAll(tx, runs, sent)))
            .whenComplete((done, failure) -> BatchSender.end(sent, failure));
    return sent;
  }

  /** Runs the schema's statements one after the other, again if they failed before. */
  private CompletionStage<Void> prepare() {
    if (prepared == null || prepared.isCompletedExceptionally()) {
      prepared = CompletableFuture.completedFuture(null);
      for (CypherStatement statement : schema) {
        prepared =
            prepared.thenCompose(
                before -> transactions.write(statement, Map.of()).thenAccept(rows -> {}));
      }
    }
    return prepared;
  }

  private List<Run> runs(List<CypherWrite> writes) {
    List<Run> runs = new ArrayList<>();
    for (CypherWrite write : writes) {
      CypherStatement statement = statement(write.statement());
      if (runs.isEmpty() || !runs.get(runs.size() - 1).statement().equals(statement)) {
        runs.add(new Run(statement, new ArrayList<>()));
      }
      runs.get(runs.size() - 1).rows().add(write.row());
    }
    return runs;
  }

  private CypherStatement statement(String name) {
    CypherStatement known = statements.get(name);
    if (known == null) {
      throw StoreException.refusedElement("neo4j", "unknown_statement");
    }
    return known;
  }

  private static CompletionStage<Void> runAll(
      AsyncTransactionContext tx, List<Run> runs, CompletableFuture<Void> sent) {
    CompletionStage<Void> done = CompletableFuture.completedFuture(null);
    for (Run run : runs) {
      done = done.thenCompose(before -> run.in(tx));
    }
    return done.thenAccept(all -> rollBackWhenGivenUp(sent));
  }

  /** What is thrown inside a transaction ends it without a trace. */
  private static void rollBackWhenGivenUp(CompletableFuture<Void> sent) {
    if (sent.isDone()) {
      throw new CancellationException("the batch was given up");
    }
  }

  @Override
  public FailureClasses failures() {
    return failures;
  }

  @Override
  public void close() {
    transactions.close();
  }

  private record Run(CypherStatement statement, List<Map<String, Object>> rows) {
    CompletionStage<Void> in(AsyncTransactionContext tx) {
      return tx.runAsync(statement.text(), Map.of("rows", rows))
          .thenCompose(ResultCursor::consumeAsync)
          .thenAccept(summary -> {});
    }
  }
}
