package org.groupdigest.connectors.redis;

import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletionStage;
import org.groupdigest.connectors.shared.Lease;
import org.groupdigest.connectors.sink.EntryStore;

/**
 * The sink's view of Redis, on a connection that it shares: the commands of a batch go out one
 * after the other without waiting for answers.
 */
final class RedisEntryStore implements EntryStore<RedisWrite> {
  /** KEYS: the key. ARGV: new text, its version, time to live in ms. Answers whether it was set. */
  private static final String SET_IF_NEWER =
      """
      local stored = redis.call('GET', KEYS[1])
      local version = stored and tonumber(string.match(stored, '^(%d+)[:-]'))
      if version and version >= tonumber(ARGV[2]) then
        return 0
      end
      redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[3])
      return 1
      """;

  private final Lease<RedisValues> lease;

  RedisEntryStore(Lease<RedisValues> lease) {
    this.lease = lease;
  }

  @Override
  public CompletionStage<?> check() {
    return lease.client().command(RedisAsyncCommands::ping);
  }

  @Override
  public CompletionStage<?> write(RedisWrite write) {
    return switch (write.operation()) {
      case SET -> set(write);
      case DELETE -> lease.client().command(redis -> redis.del(write.key()));
      case SET_IF_NEWER, DELETE_IF_NEWER -> setIfNewer(write);
    };
  }

  private CompletionStage<?> set(RedisWrite write) {
    long millis = write.ttl().toMillis();
    return lease.client().command(redis -> redis.psetex(write.key(), millis, write.value()));
  }

  private CompletionStage<?> setIfNewer(RedisWrite write) {
    String text = new VersionedValue(write.version(), write.value()).text();
    String version = Long.toString(write.version());
    String millis = Long.toString(write.ttl().toMillis());
    String[] keys = {write.key()};
    return lease
        .client()
        .command(
            redis ->
                redis.<Long>eval(
                    SET_IF_NEWER, ScriptOutputType.INTEGER, keys, text, version, millis));
  }

  @Override
  public long sizeInBytes(RedisWrite write) {
    return utf8(write.key()) + (write.value() == null ? 0 : utf8(write.value()));
  }

  private static long utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  @Override
  public void close() {
    lease.close();
  }
}
