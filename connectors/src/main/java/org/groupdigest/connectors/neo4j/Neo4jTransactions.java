package org.groupdigest.connectors.neo4j;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.neo4j.driver.AccessMode;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Config;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Logging;
import org.neo4j.driver.NotificationConfig;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.async.AsyncSession;
import org.neo4j.driver.async.AsyncTransactionCallback;
import org.neo4j.driver.async.AsyncTransactionContext;
import org.neo4j.driver.async.ResultCursor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Transactions of one database, each in a session of its own. */
final class Neo4jTransactions implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Neo4jTransactions.class);
  private static final long CLOSE_SECONDS = 2;

  private final Driver driver;
  private final Neo4jConfig config;
  private final TransactionConfig timed;

  private Neo4jTransactions(Driver driver, Neo4jConfig config) {
    this.driver = driver;
    this.config = config;
    this.timed = TransactionConfig.builder().withTimeout(config.callTimeout()).build();
  }

  /**
   * Opens a driver; succeeds while Neo4j is away.
   *
   * @param retry how long the driver may repeat a transaction that failed in passing; nothing where
   *     the caller repeats
   */
  static Neo4jTransactions open(Neo4jConfig config, String password, Duration retry) {
    long waitMillis = config.callTimeout().toMillis();
    Config settings =
        Config.builder()
            .withMaxConnectionPoolSize(config.poolSize())
            .withConnectionTimeout(waitMillis, TimeUnit.MILLISECONDS)
            .withConnectionAcquisitionTimeout(waitMillis, TimeUnit.MILLISECONDS)
            .withMaxTransactionRetryTime(retry.toMillis(), TimeUnit.MILLISECONDS)
            // Its messages quote statements and values; failures are told by those who call.
            .withLogging(Logging.none())
            .withNotificationConfig(NotificationConfig.disableAllConfig())
            .build();
    Driver driver =
        GraphDatabase.driver(config.uri(), AuthTokens.basic(config.user(), password), settings);
    return new Neo4jTransactions(driver, config);
  }

  /** Runs a statement that changes nothing; answers its rows. */
  CompletionStage<List<Map<String, Object>>> read(
      CypherStatement statement, Map<String, Object> parameters) {
    return inSession(
        AccessMode.READ,
        session -> session.executeReadAsync(tx -> rows(tx, statement, parameters), timed));
  }

  /** Runs a statement; answers its rows. */
  CompletionStage<List<Map<String, Object>>> write(
      CypherStatement statement, Map<String, Object> parameters) {
    return inTransaction(tx -> rows(tx, statement, parameters));
  }

  /** Does work in one transaction, all or nothing. */
  <T> CompletionStage<T> inTransaction(AsyncTransactionCallback<CompletionStage<T>> work) {
    return inSession(AccessMode.WRITE, session -> session.executeWriteAsync(work, timed));
  }

  private <T> CompletionStage<T> inSession(AccessMode mode, SessionWork<T> work) {
    SessionConfig settings =
        SessionConfig.builder().withDatabase(config.database()).withDefaultAccessMode(mode).build();
    AsyncSession session = driver.session(AsyncSession.class, settings);
    CompletableFuture<T> result = new CompletableFuture<>();
    // The session ends first; how it ends does not change what came of the work.
    work.in(session)
        .whenComplete(
            (value, failure) ->
                session
                    .closeAsync()
                    .whenComplete((closed, ignored) -> finish(result, value, failure)));
    return result;
  }

  private static <T> void finish(CompletableFuture<T> result, T value, Throwable failure) {
    if (failure == null) {
      result.complete(value);
    } else {
      result.completeExceptionally(failure);
    }
  }

  private static CompletionStage<List<Map<String, Object>>> rows(
      AsyncTransactionContext tx, CypherStatement statement, Map<String, Object> parameters) {
    return tx.runAsync(statement.text(), parameters).thenCompose(Neo4jTransactions::list);
  }

  private static CompletionStage<List<Map<String, Object>>> list(ResultCursor cursor) {
    return cursor.listAsync(record -> record.asMap()).thenApply(ArrayList::new);
  }

  /** Waits a moment for connections to end, so that no thread of theirs outlives our classes. */
  @Override
  public void close() {
    try {
      driver.closeAsync().toCompletableFuture().get(CLOSE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      LOG.debug("a Neo4j driver did not close in time");
    }
  }

  private interface SessionWork<T> {
    CompletionStage<T> in(AsyncSession session);
  }
}
