package org.groupdigest.job.persist;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.groupdigest.connectors.redis.RedisKeyPage;
import org.groupdigest.connectors.redis.RedisReply;
import org.groupdigest.connectors.redis.RedisValues;

/** What maintenance does with artifacts in Redis beside {@link RedisStageArtifactStore}. */
public final class RedisArtifacts {
  /** Removes KEYS[1] if it still holds ARGV[1]: what was written meanwhile stays. */
  private static final String REMOVE_UNCHANGED =
      """
      if redis.call('GET', KEYS[1]) == ARGV[1] then
        return redis.call('DEL', KEYS[1])
      end
      return 0
      """;

  /** Keys that the server looks at for one page. */
  private static final int PAGE = 500;

  private final RedisValues redis;
  private final ArtifactCodec codec;

  /** Uses a shared client, which it does not close. */
  public RedisArtifacts(RedisValues redis, SchemaVersions schemas) {
    this.redis = redis;
    this.codec = new ArtifactCodec(schemas);
  }

  /**
   * A page of a tenant's keys of any kind.
   *
   * @param start {@link RedisKeyPage#START}, or the end of the page before
   */
  public CompletionStage<RedisReply<RedisKeyPage>> keys(String tenantId, String start) {
    return redis.scan(start, ArtifactKeys.pattern(tenantId), PAGE);
  }

  /**
   * Puts an artifact back as it was stored, unless that of a newer attempt is there; never
   * completes exceptionally.
   *
   * @param ttl how long it is kept from now, more than nothing
   */
  public CompletionStage<StageArtifactStore.Saved> restore(
      ArtifactKey key, StoredArtifact stored, Duration ttl) {
    return redis
        .evaluate(
            RedisStageArtifactStore.SET_UNLESS_NEWER,
            new String[] {key.redisKey()},
            codec.write(stored),
            Long.toString(ttl.toMillis()),
            Integer.toString(stored.attempt()))
        .thenApply(RedisStageArtifactStore::saved);
  }

  /** What stands under a key, understood or not. */
  public CompletionStage<RedisReply<String>> text(ArtifactKey key) {
    return redis.get(key.redisKey());
  }

  /** What a text under a key says; null is an absent one. */
  public ArtifactLookup read(String text) {
    return text == null
        ? new ArtifactLookup.Missing(ArtifactLookup.Reason.ABSENT)
        : codec.read(text);
  }

  /** Removes what stands under a key if it is still this text; answers 1 if it was, else 0. */
  public CompletionStage<RedisReply<Long>> removeUnchanged(ArtifactKey key, String text) {
    return redis.evaluate(REMOVE_UNCHANGED, new String[] {key.redisKey()}, text);
  }
}
