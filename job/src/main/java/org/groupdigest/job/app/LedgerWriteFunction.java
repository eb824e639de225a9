package org.groupdigest.job.app;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.async.ResultFuture;
import org.apache.flink.streaming.api.functions.async.RichAsyncFunction;
import org.groupdigest.connectors.postgres.AsyncTenantTransactions;
import org.groupdigest.connectors.shared.Lease;
import org.groupdigest.connectors.shared.SharedClients;
import org.groupdigest.job.model.LedgerEntry;
import org.groupdigest.job.persist.LedgerWriter;
import org.groupdigest.job.persist.PostgresLedgerWriter;
import org.groupdigest.job.pipeline.PersistRetries;

/**
 * Writes ledger rows to Postgres; gives 1 for a row that is stored and 0 for one that was given up.
 * Rows carry absolute counts, so writing one again does no harm, and a later row makes up for one
 * that was given up. Records that name no tenant are nobody's and have no row.
 */
public final class LedgerWriteFunction extends RichAsyncFunction<LedgerEntry, Integer> {

  private static final long serialVersionUID = 1L;

  private final Endpoints endpoints;
  private final PersistRetries retries;

  private transient Lease<AsyncTenantTransactions> postgres;
  private transient LedgerWriter writer;

  /**
   * @param endpoints where Postgres is
   * @param retries how often and how long apart writing is tried again
   */
  public LedgerWriteFunction(Endpoints endpoints, PersistRetries retries) {
    this.endpoints = endpoints;
    this.retries = retries;
  }

  @Override
  public void open(OpenContext context) {
    postgres = StoreServices.postgres(SharedClients.ofProcess(), endpoints);
    writer = new PostgresLedgerWriter(postgres.client(), Clock.systemUTC());
  }

  @Override
  public void asyncInvoke(LedgerEntry row, ResultFuture<Integer> future) {
    if (row.tenantId().isEmpty() || row.groupId().isEmpty()) {
      future.complete(List.of(0));
      return;
    }
    write(row, 0)
        .whenComplete((stored, error) -> future.complete(List.of(error == null ? stored : 0)));
  }

  private CompletionStage<Integer> write(LedgerEntry row, int retried) {
    return writer
        .write(List.of(row))
        .handle(
            (changed, error) -> {
              if (error == null) {
                return CompletableFuture.completedFuture(1);
              }
              return retried >= retries.most()
                  ? CompletableFuture.completedFuture(0)
                  : later(row, retried);
            })
        .thenCompose(next -> next);
  }

  private CompletableFuture<Integer> later(LedgerEntry row, int retried) {
    return CompletableFuture.supplyAsync(
            () -> retried + 1,
            CompletableFuture.delayedExecutor(
                retries.pauseMillis(retried), TimeUnit.MILLISECONDS, Runnable::run))
        .thenCompose(again -> write(row, again));
  }

  @Override
  public void timeout(LedgerEntry row, ResultFuture<Integer> future) {
    future.complete(List.of(0));
  }

  @Override
  public void close() {
    if (postgres != null) {
      postgres.close();
    }
  }
}
