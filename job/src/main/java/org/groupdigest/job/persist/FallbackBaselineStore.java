package org.groupdigest.job.persist;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.groupdigest.connectors.redis.RedisReply;
import org.groupdigest.connectors.redis.RedisValues;
import org.groupdigest.job.model.BaselineSnapshot;
import org.groupdigest.job.model.GroupKey;

/**
 * Baselines out of a store, and while that does not answer, the newest digest that the cache knows.
 * A digest that ends after the asked start is no baseline; where the cache has no other, the
 * failure of the store stands.
 */
public final class FallbackBaselineStore implements BaselineStore {

  private final BaselineStore store;
  private final RedisValues redis;

  /**
   * @param store asked first
   * @param redis a shared client, which is not closed here
   */
  public FallbackBaselineStore(BaselineStore store, RedisValues redis) {
    this.store = store;
    this.redis = redis;
  }

  @Override
  public CompletionStage<Optional<BaselineSnapshot>> before(
      GroupKey group, int hours, Instant windowStart) {
    return store
        .before(group, hours, windowStart)
        .exceptionallyCompose(failure -> cached(group, hours, windowStart, failure));
  }

  private CompletionStage<Optional<BaselineSnapshot>> cached(
      GroupKey group, int hours, Instant windowStart, Throwable failure) {
    return redis
        .get(RedisKeys.baseline(group, hours))
        .thenCompose(
            reply -> {
              Optional<BaselineSnapshot> found =
                  snapshot(reply).filter(known -> !known.windowEnd().isAfter(windowStart));
              return found.isPresent()
                  ? CompletableFuture.completedFuture(found)
                  : CompletableFuture.failedFuture(failure);
            });
  }

  private static Optional<BaselineSnapshot> snapshot(RedisReply<String> reply) {
    return reply instanceof RedisReply.Answered<String> answered
        ? BaselinePointer.parse(answered.value()).map(BaselinePointer::snapshot)
        : Optional.empty();
  }
}
