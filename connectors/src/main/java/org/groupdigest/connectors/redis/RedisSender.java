package org.groupdigest.connectors.redis;

import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.groupdigest.connectors.shared.FailureClasses;
import org.groupdigest.connectors.shared.Lease;
import org.groupdigest.connectors.sink.BatchSender;

/**
 * Sends a batch on a connection that it shares: one command after the other without waiting for
 * answers, which Redis keeps in their order.
 */
final class RedisSender implements BatchSender<RedisWrite> {
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
  private final FailureClasses failures = RedisFailures.classes();

  RedisSender(Lease<RedisValues> lease) {
    this.lease = lease;
  }

  @Override
  public CompletableFuture<Void> send(List<RedisWrite> writes) {
    CompletableFuture<Void> sent = new CompletableFuture<>();
    var unused =
        lease
            .client()
            .command(redis -> startAll(redis, writes, sent))
            .whenComplete((done, failure) -> BatchSender.end(sent, failure));
    return sent;
  }

  private static CompletionStage<Void> startAll(
      RedisAsyncCommands<String, String> redis,
      List<RedisWrite> writes,
      CompletableFuture<Void> sent) {
    if (sent.isDone()) {
      // It took this long to connect.
      throw new CancellationException("the batch was given up");
    }
    return CompletableFuture.allOf(
        writes.stream()
            .map(write -> start(redis, write).toCompletableFuture())
            .toArray(CompletableFuture[]::new));
  }

  private static CompletionStage<?> start(
      RedisAsyncCommands<String, String> redis, RedisWrite write) {
    return switch (write.operation()) {
      case SET -> redis.psetex(write.key(), write.ttl().toMillis(), write.value());
      case DELETE -> redis.del(write.key());
      case SET_IF_NEWER, DELETE_IF_NEWER -> startIfNewer(redis, write);
    };
  }

  private static CompletionStage<Long> startIfNewer(
      RedisAsyncCommands<String, String> redis, RedisWrite write) {
    String text = new VersionedValue(write.version(), write.value()).text();
    String version = Long.toString(write.version());
    String millis = Long.toString(write.ttl().toMillis());
    String[] keys = {write.key()};
    return redis.eval(SET_IF_NEWER, ScriptOutputType.INTEGER, keys, text, version, millis);
  }

  @Override
  public FailureClasses failures() {
    return failures;
  }

  @Override
  public void close() {
    lease.close();
  }
}
