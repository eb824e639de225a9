package org.groupdigest.job.persist;

import java.time.Clock;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.groupdigest.connectors.postgres.AsyncTenantTransactions;
import org.groupdigest.connectors.postgres.PostgresException;
import org.groupdigest.connectors.postgres.Sql;

/**
 * Digests in Postgres: window, digest, topics, participants, metrics, artifacts, the claims of its
 * deliveries and its place in the review queue in one transaction.
 */
public final class PostgresDigestWriter implements DigestWriter {
  private final AsyncTenantTransactions transactions;
  private final Clock clock;

  /** Writes through shared transactions, which it does not close. */
  public PostgresDigestWriter(AsyncTenantTransactions transactions, Clock clock) {
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public CompletionStage<PersistOutcome> write(DigestWrite write) {
    return transactions
        .inTenant(
            write.digest().window().tenantId(),
            connection -> new DigestTransaction(new Sql(connection), write, clock.instant()).run())
        .exceptionally(PostgresDigestWriter::refused);
  }

  private static PersistOutcome refused(Throwable failure) {
    if (failure instanceof PostgresException refusal) {
      return new PersistOutcome.Failed(refusal.code(), refusal.isTransient());
    }
    throw failure instanceof CompletionException wrapped
        ? wrapped
        : new CompletionException(failure);
  }
}
