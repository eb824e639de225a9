package org.groupdigest.job.stores.cache;

import java.time.Clock;
import org.groupdigest.connectors.redis.RedisConfig;
import org.groupdigest.connectors.redis.RedisSink;
import org.groupdigest.job.persist.CachedArtifact;
import org.groupdigest.job.stores.DigestChange;
import org.groupdigest.job.stores.SkipRefused;

/** The cache of a deployment. */
public final class CacheStore {

  private CacheStore() {}

  /**
   * Keeps what the next hours look for.
   *
   * @param config the client that the rest of the job has too
   * @param clock serializable, says how old a digest is
   */
  public static RedisSink<DigestChange> sink(RedisConfig config, Clock clock) {
    return RedisSink.<DigestChange>builder(config)
        .setVersionPattern(CachedArtifact.ATTEMPT_PATTERN)
        .setEntriesConverter(new CacheWrites(clock))
        .setRefusedEntries(new SkipRefused<>())
        .build();
  }
}
