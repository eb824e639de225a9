package org.groupdigest.connectors.postgres;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * {@link TenantTransactions} for threads that must not block: a bounded pool of threads, one a
 * connection, and a bounded queue before it. Work beyond the queue is refused at once with the
 * transient code {@code queue_full}; after closing, with {@code closed}.
 */
public final class AsyncTenantTransactions implements AutoCloseable {
  private static final long CLOSE_SECONDS = 5;

  private final TenantTransactions transactions;
  private final ThreadPoolExecutor executor;

  /** Takes the transactions over, closing them with itself. */
  public AsyncTenantTransactions(TenantTransactions transactions, int threads, int queueSize) {
    this.transactions = transactions;
    AtomicInteger number = new AtomicInteger();
    this.executor =
        new ThreadPoolExecutor(
            threads,
            threads,
            30,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(queueSize),
            work -> daemon(work, number.incrementAndGet()));
    executor.allowCoreThreadTimeOut(true);
  }

  /** Opens a pool of connections and as many threads. */
  public static AsyncTenantTransactions open(PostgresConfig config) {
    return new AsyncTenantTransactions(
        TenantTransactions.open(config), config.poolSize(), config.queueSize());
  }

  /**
   * Runs work in one transaction of a tenant. Completes on a thread of the pool, exceptionally with
   * a {@link PostgresException} when the database or the queue refused.
   */
  public <T> CompletionStage<T> inTenant(String tenantId, TenantWork<T> work) {
    Unit<T> unit = new Unit<>(transactions, tenantId, work, new CompletableFuture<>());
    try {
      executor.execute(unit);
    } catch (RejectedExecutionException e) {
      unit.refuse(executor.isShutdown() ? "closed" : "queue_full");
    }
    return unit.result();
  }

  /** Lets running work finish for a few seconds, refuses what still waits, closes the pool. */
  @Override
  public void close() {
    executor.shutdown();
    try {
      if (!executor.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
        executor.shutdownNow().forEach(waiting -> ((Unit<?>) waiting).refuse("closed"));
      }
    } catch (InterruptedException e) {
      executor.shutdownNow().forEach(waiting -> ((Unit<?>) waiting).refuse("closed"));
      Thread.currentThread().interrupt();
    } finally {
      transactions.close();
    }
  }

  private static Thread daemon(Runnable work, int number) {
    Thread thread = new Thread(work, "postgres-" + number);
    thread.setDaemon(true);
    return thread;
  }

  private record Unit<T>(
      TenantTransactions transactions,
      String tenantId,
      TenantWork<T> work,
      CompletableFuture<T> result)
      implements Runnable {
    @Override
    public void run() {
      try {
        result.complete(transactions.inTenant(tenantId, work));
      } catch (Throwable e) {
        // Also errors: a stage that never completes would hang its operator.
        result.completeExceptionally(e);
      }
    }

    void refuse(String code) {
      result.completeExceptionally(new PostgresException(code, true));
    }
  }
}
