package org.groupdigest.job.persist;

import java.util.concurrent.CompletionStage;
import org.groupdigest.connectors.redis.RedisReply;

/** Runs Lua scripts that answer an integer; never completes exceptionally. */
@FunctionalInterface
interface RedisScripts {
  /** As {@link org.groupdigest.connectors.redis.RedisValues#evaluate}. */
  CompletionStage<RedisReply<Long>> evaluate(String script, String[] keys, String... arguments);
}
