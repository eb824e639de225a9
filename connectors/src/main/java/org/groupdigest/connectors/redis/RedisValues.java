package org.groupdigest.connectors.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.KeyScanCursor;
import io.lettuce.core.KeyValue;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisCommandTimeoutException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.ScanArgs;
import io.lettuce.core.ScanCursor;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.codec.StringCodec;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * Text values in Redis over one multiplexed connection, never blocking and never failing: what
 * Redis does not do is {@link RedisReply.Unavailable}. The connection is made by the first command
 * and again after it was lost; commands meanwhile are answered at once, not queued.
 */
public final class RedisValues implements AutoCloseable {
  private final RedisClient client;
  private final RedisURI uri;
  private final Duration reconnectDelay;
  private final Clock clock;

  private CompletableFuture<StatefulRedisConnection<String, String>> connection;
  private long nextAttemptMillis = Long.MIN_VALUE;

  RedisValues(RedisConfig config, Clock clock) {
    this.client = RedisClient.create();
    this.uri = RedisURI.create(config.uri());
    this.reconnectDelay = config.reconnectDelay();
    this.clock = clock;
    uri.setTimeout(config.commandTimeout());
    client.setOptions(options(config.commandTimeout()));
  }

  /** A client of this endpoint; succeeds while Redis is down. */
  public static RedisValues open(RedisConfig config) {
    return new RedisValues(config, Clock.systemUTC());
  }

  /** The value of a key, null when it has none. */
  public CompletionStage<RedisReply<String>> get(String key) {
    return run(redis -> redis.get(key));
  }

  /** Sets a key for a time. */
  public CompletionStage<RedisReply<String>> set(String key, String value, Duration ttl) {
    return run(redis -> redis.psetex(key, ttl.toMillis(), value));
  }

  /**
   * The values of fields of a hash, in the order of the fields, null for a field that is not there.
   *
   * @param fields at least one
   */
  public CompletionStage<RedisReply<List<String>>> fields(String key, List<String> fields) {
    return run(
        redis ->
            redis.hmget(key, fields.toArray(String[]::new)).thenApply(RedisValues::valuesOrNull));
  }

  private static List<String> valuesOrNull(List<KeyValue<String, String>> found) {
    List<String> values = new ArrayList<>();
    found.forEach(field -> values.add(field.getValueOrElse(null)));
    return values;
  }

  /** Removes keys; answers how many there were. */
  public CompletionStage<RedisReply<Long>> delete(String... keys) {
    return run(redis -> redis.del(keys));
  }

  /** Runs a Lua script that answers an integer; atomic on the server. */
  public CompletionStage<RedisReply<Long>> evaluate(
      String script, String[] keys, String... arguments) {
    return run(redis -> redis.eval(script, ScriptOutputType.INTEGER, keys, arguments));
  }

  /**
   * Walks over the keys that match a glob pattern, a page at a time, beside whoever writes: a key
   * that is there all the time is in some page.
   *
   * @param start {@link RedisKeyPage#START}, or the end of the page before
   * @param effort how many keys of the server are looked at for a page, about
   */
  public CompletionStage<RedisReply<RedisKeyPage>> scan(String start, String pattern, int effort) {
    ScanArgs wanted = new ScanArgs().match(pattern, StandardCharsets.UTF_8).limit(effort);
    return run(redis -> redis.scan(ScanCursor.of(start), wanted).thenApply(RedisValues::page));
  }

  private static RedisKeyPage page(KeyScanCursor<String> found) {
    return new RedisKeyPage(found.getKeys(), found.isFinished() ? null : found.getCursor());
  }

  private <T> CompletionStage<RedisReply<T>> run(
      Function<RedisAsyncCommands<String, String>, CompletionStage<T>> command) {
    return command(command)
        .handle((value, failure) -> failure == null ? answered(value) : unavailable(failure));
  }

  /** Runs a command; a failure is the client's exception in the stage, never thrown. */
  <T> CompletionStage<T> command(
      Function<RedisAsyncCommands<String, String>, CompletionStage<T>> command) {
    // Inside the future from the start: after closing, connecting throws.
    return CompletableFuture.completedFuture(this)
        .thenCompose(RedisValues::connection)
        .thenCompose(open -> command.apply(open.async()));
  }

  private static <T> RedisReply<T> answered(T value) {
    return new RedisReply.Answered<>(value);
  }

  private static <T> RedisReply<T> unavailable(Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    if (cause instanceof RedisCommandTimeoutException) {
      return new RedisReply.Unavailable<>("timeout");
    }
    boolean refused = cause instanceof RedisCommandExecutionException;
    return new RedisReply.Unavailable<>(refused ? "refused" : "unreachable");
  }

  /** The connection, tried anew when the last attempt failed and the delay is over. */
  private synchronized CompletableFuture<StatefulRedisConnection<String, String>> connection() {
    boolean failed = connection != null && connection.isCompletedExceptionally();
    if (connection == null || (failed && clock.millis() >= nextAttemptMillis)) {
      nextAttemptMillis = clock.millis() + reconnectDelay.toMillis();
      connection = client.connectAsync(StringCodec.UTF8, uri).toCompletableFuture();
    }
    return connection;
  }

  private static ClientOptions options(Duration timeout) {
    return ClientOptions.builder()
        .autoReconnect(true)
        .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
        .timeoutOptions(TimeoutOptions.enabled(timeout))
        .socketOptions(SocketOptions.builder().connectTimeout(timeout).keepAlive(true).build())
        .build();
  }

  /** Closes the connection and its threads. */
  @Override
  public void close() {
    client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
  }
}
