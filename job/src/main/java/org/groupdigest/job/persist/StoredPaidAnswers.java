package org.groupdigest.job.persist;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.groupdigest.connectors.postgres.AsyncTenantTransactions;
import org.groupdigest.connectors.redis.RedisValues;
import org.groupdigest.job.llm.CallKey;
import org.groupdigest.job.llm.PaidAnswer;
import org.groupdigest.job.llm.PaidAnswers;

/**
 * Paid answers in Redis and in Postgres: the one is quick, the other outlives it. An answer goes to
 * both and is safe as soon as one has confirmed it; a store that is slow or away holds nothing up
 * while the other works. What Redis does not have, Postgres is asked for.
 */
public final class StoredPaidAnswers implements PaidAnswers {
  private final PaidAnswers quick;
  private final PaidAnswers lasting;

  /**
   * Uses shared clients, which it does not close.
   *
   * @param redis null when there is none
   * @param transactions null when there is no Postgres
   */
  public StoredPaidAnswers(RedisValues redis, AsyncTenantTransactions transactions, Clock clock) {
    this(
        redis == null ? PaidAnswers.none() : new RedisPaidAnswers(redis, clock),
        transactions == null ? PaidAnswers.none() : new PostgresPaidAnswers(transactions, clock));
  }

  StoredPaidAnswers(PaidAnswers quick, PaidAnswers lasting) {
    this.quick = quick;
    this.lasting = lasting;
  }

  @Override
  public CompletionStage<Optional<PaidAnswer>> find(CallKey key) {
    return quick
        .find(key)
        .thenCompose(
            found ->
                found.isPresent() ? CompletableFuture.completedFuture(found) : lasting.find(key));
  }

  @Override
  public CompletionStage<Boolean> save(CallKey key, PaidAnswer answer) {
    CompletableFuture<Boolean> safe = new CompletableFuture<>();
    CompletionStage<Boolean> quickly = quick.save(key, answer).thenApply(kept -> tell(safe, kept));
    CompletionStage<Boolean> lastingly =
        lasting.save(key, answer).thenApply(kept -> tell(safe, kept));
    quickly.thenCombine(lastingly, (one, other) -> safe.complete(false));
    return safe;
  }

  private static boolean tell(CompletableFuture<Boolean> safe, boolean kept) {
    return kept && safe.complete(true);
  }
}
