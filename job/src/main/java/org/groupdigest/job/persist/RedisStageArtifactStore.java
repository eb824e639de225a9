package org.groupdigest.job.persist;

import java.time.Clock;
import java.util.concurrent.CompletionStage;
import org.groupdigest.connectors.redis.RedisReply;
import org.groupdigest.connectors.redis.RedisValues;
import org.groupdigest.job.model.StageArtifact;

/** Artifacts in Redis, kept for {@link StageArtifactStore#TTL}. */
public final class RedisStageArtifactStore implements StageArtifactStore {
  /**
   * Sets KEYS[1] to ARGV[1] for ARGV[2] milliseconds unless it holds an attempt over ARGV[3]. The
   * pattern follows the head that {@link ArtifactCodec} writes; anything else is overwritten.
   */
  static final String SET_UNLESS_NEWER =
      """
      local stored = redis.call('GET', KEYS[1])
      if stored then
        local attempt = string.match(stored, '^{"version":%d+,"attempt":(%d+),')
        if attempt and tonumber(attempt) > tonumber(ARGV[3]) then
          return 0
        end
      end
      redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
      return 1
      """;

  private final RedisValues redis;
  private final ArtifactCodec codec;
  private final Clock clock;

  /** Uses a shared client, which it does not close. */
  public RedisStageArtifactStore(RedisValues redis, SchemaVersions schemas, Clock clock) {
    this.redis = redis;
    this.codec = new ArtifactCodec(schemas);
    this.clock = clock;
  }

  @Override
  public CompletionStage<ArtifactLookup> find(ArtifactKey key) {
    return redis.get(key.redisKey()).thenApply(this::found);
  }

  private ArtifactLookup found(RedisReply<String> reply) {
    if (reply instanceof RedisReply.Unavailable<String> away) {
      return new ArtifactLookup.Unavailable(away.code());
    }
    String value = ((RedisReply.Answered<String>) reply).value();
    return value == null
        ? new ArtifactLookup.Missing(ArtifactLookup.Reason.ABSENT)
        : codec.read(value);
  }

  @Override
  public CompletionStage<Saved> save(
      ArtifactKey key, StageArtifact artifact, int attempt, String traceId) {
    String value = codec.write(new StoredArtifact(artifact, attempt, traceId, clock.instant()));
    return redis
        .evaluate(
            SET_UNLESS_NEWER,
            new String[] {key.redisKey()},
            value,
            Long.toString(TTL.toMillis()),
            Integer.toString(attempt))
        .thenApply(RedisStageArtifactStore::saved);
  }

  static Saved saved(RedisReply<Long> reply) {
    if (reply instanceof RedisReply.Answered<Long> answered) {
      return answered.value() == 1L ? Saved.STORED : Saved.KEPT_NEWER;
    }
    return Saved.UNAVAILABLE;
  }
}
