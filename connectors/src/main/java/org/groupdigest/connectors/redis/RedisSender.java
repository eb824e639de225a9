package org.groupdigest.connectors.redis;

import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.util.ArrayList;
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

  /**
   * KEYS: the key. ARGV: new text, its version, time to live in ms, the pattern that finds a
   * version in a text. Answers whether it was set.
   */
  private static final String SET_UNLESS_NEWER =
      """
      local stored = redis.call('GET', KEYS[1])
      local version = stored and tonumber(string.match(stored, ARGV[4]))
      if version and version > tonumber(ARGV[2]) then
        return 0
      end
      redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[3])
      return 1
      """;

  private final Lease<RedisValues> lease;
  private final String versionPattern;
  private final FailureClasses failures = RedisFailures.classes();

  /**
   * @param versionPattern Lua pattern that finds the version in values that tell it themselves
   */
  RedisSender(Lease<RedisValues> lease, String versionPattern) {
    this.lease = lease;
    this.versionPattern = versionPattern;
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

  private CompletionStage<Void> startAll(
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

  private CompletionStage<?> start(RedisAsyncCommands<String, String> redis, RedisWrite write) {
    return switch (write.operation()) {
      case SET -> redis.psetex(write.key(), write.ttl().toMillis(), write.value());
      case DELETE -> redis.del(write.key());
      case SET_IF_NEWER, DELETE_IF_NEWER -> startIfNewer(redis, write);
      case SET_UNLESS_NEWER ->
          evaluate(redis, SET_UNLESS_NEWER, write, write.value(), versionPattern);
    };
  }

  private static CompletionStage<Long> startIfNewer(
      RedisAsyncCommands<String, String> redis, RedisWrite write) {
    String text = new VersionedValue(write.version(), write.value()).text();
    return evaluate(redis, SET_IF_NEWER, write, text);
  }

  private static CompletionStage<Long> evaluate(
      RedisAsyncCommands<String, String> redis,
      String script,
      RedisWrite write,
      String text,
      String... more) {
    List<String> arguments = new ArrayList<>();
    arguments.add(text);
    arguments.add(Long.toString(write.version()));
    arguments.add(Long.toString(write.ttl().toMillis()));
    arguments.addAll(List.of(more));
    return redis.eval(
        script,
        ScriptOutputType.INTEGER,
        new String[] {write.key()},
        arguments.toArray(String[]::new));
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
