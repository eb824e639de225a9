package org.groupdigest.job.persist;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.groupdigest.connectors.postgres.AsyncTenantTransactions;
import org.groupdigest.connectors.postgres.Sql;
import org.groupdigest.connectors.redis.RedisValues;
import org.groupdigest.job.model.DigestRecord;
import org.groupdigest.job.model.Erasure;
import org.groupdigest.job.render.DigestRenderer;

/**
 * Erases in Postgres in one transaction, then clears cached artifacts, answers that were paid for
 * and baselines of the windows concerned. Not done before both stores have confirmed.
 *
 * <p>Artifacts and answers of a window whose digest is not stored yet go when it is, see {@link
 * ClearingDigestWriter}. Not reached: answers that a window, made again at this very moment, stores
 * after they were cleared, if nothing of it was left to take out.
 */
public final class PostgresDigestEraser implements DigestEraser {
  private final AsyncTenantTransactions transactions;
  private final WindowLeftovers leftovers;
  private final Redaction redaction;
  private final Clock clock;

  /**
   * Uses shared clients, which it does not close.
   *
   * @param redis null when there is none
   * @param renderer renders what is left of a digest
   */
  public PostgresDigestEraser(
      AsyncTenantTransactions transactions,
      RedisValues redis,
      DigestRenderer renderer,
      Clock clock) {
    this.transactions = transactions;
    this.leftovers = new WindowLeftovers(transactions, redis);
    this.redaction = new Redaction(renderer);
    this.clock = clock;
  }

  @Override
  public CompletionStage<List<CurrentDigest>> erase(Erasure erasure) {
    return transactions
        .inTenant(
            erasure.tenantId(),
            connection ->
                new ErasureTransaction(new Sql(connection), erasure, redaction, clock.instant())
                    .run())
        .thenCompose(concerned -> clear(erasure, concerned).thenApply(cleared -> concerned));
  }

  private CompletionStage<Void> clear(Erasure erasure, List<CurrentDigest> concerned) {
    List<DigestRecord> digests = concerned.stream().map(CurrentDigest::digest).toList();
    return leftovers.clear(
        erasure.group(),
        digests.stream().map(digest -> digest.window().windowId()).toList(),
        digests.stream().map(digest -> digest.window().hours()).toList());
  }
}
