package org.groupdigest.job.persist;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.groupdigest.connectors.postgres.AsyncTenantTransactions;
import org.groupdigest.connectors.redis.RedisValues;
import org.groupdigest.job.model.WindowRef;
import org.groupdigest.job.redact.DigestRedactor;

/**
 * Clears away what is kept beside a digest of which something had been erased, or that had been
 * removed, when only its writing shows it: the stages have read it then, cached what they made of
 * it and stored answers that were paid for. It is tried once: a store that is away holds the digest
 * up for no longer than a command may take.
 */
public final class ClearingDigestWriter implements DigestWriter {
  private final DigestWriter writer;
  private final WindowLeftovers leftovers;

  /**
   * Uses shared clients, which it does not close.
   *
   * @param writer stores the digests
   * @param redis null when there is none
   */
  public ClearingDigestWriter(
      DigestWriter writer, AsyncTenantTransactions transactions, RedisValues redis) {
    this.writer = writer;
    this.leftovers = new WindowLeftovers(transactions, redis);
  }

  @Override
  public CompletionStage<PersistOutcome> write(DigestWrite write) {
    return writer
        .write(write)
        .thenCompose(
            outcome ->
                hasReadTooMuch(outcome)
                    ? cleared(write.digest().window()).thenApply(done -> outcome)
                    : CompletableFuture.completedFuture(outcome));
  }

  /** A digest that only forgets whom somebody answered was made of nothing that was erased. */
  private static boolean hasReadTooMuch(PersistOutcome outcome) {
    return outcome instanceof PersistOutcome.Removed
        || (outcome instanceof PersistOutcome.Redacted redacted
            && DigestRedactor.isMarked(redacted.digest()));
  }

  private CompletionStage<Void> cleared(WindowRef window) {
    return leftovers.clearIfPossible(window.groupKey(), window.windowId());
  }
}
