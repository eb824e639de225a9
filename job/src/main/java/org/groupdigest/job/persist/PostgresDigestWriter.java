package org.groupdigest.job.persist;

import java.time.Clock;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.groupdigest.connectors.postgres.AsyncTenantTransactions;
import org.groupdigest.connectors.postgres.PostgresException;
import org.groupdigest.connectors.postgres.Sql;
import org.groupdigest.job.render.DigestRenderer;
import org.groupdigest.job.render.LinkPattern;

/**
 * Digests in Postgres: window, digest, topics, participants, metrics, artifacts, the messages it
 * was made from, the claims of its deliveries and its place in the review queue in one transaction.
 * What was erased before is taken out first; what was removed is not written again.
 */
public final class PostgresDigestWriter implements DigestWriter {
  private final AsyncTenantTransactions transactions;
  private final Redaction redaction;
  private final Clock clock;

  /**
   * Writes through shared transactions, which it does not close. What is left of a digest of which
   * something was erased has links to Telegram only.
   */
  public PostgresDigestWriter(AsyncTenantTransactions transactions, Clock clock) {
    this(transactions, new DigestRenderer(LinkPattern.telegramOnly()), clock);
  }

  /**
   * Writes through shared transactions, which it does not close.
   *
   * @param renderer renders what is left of a digest of which something was erased
   */
  public PostgresDigestWriter(
      AsyncTenantTransactions transactions, DigestRenderer renderer, Clock clock) {
    this.transactions = transactions;
    this.redaction = new Redaction(renderer);
    this.clock = clock;
  }

  @Override
  public CompletionStage<PersistOutcome> write(DigestWrite write) {
    return transactions
        .inTenant(
            write.digest().window().tenantId(),
            connection ->
                new DigestTransaction(new Sql(connection), write, redaction, clock.instant()).run())
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
