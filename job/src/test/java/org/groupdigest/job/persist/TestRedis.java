package org.groupdigest.job.persist;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.groupdigest.connectors.redis.RedisConfig;
import org.groupdigest.connectors.redis.RedisReply;
import org.groupdigest.connectors.redis.RedisValues;
import org.groupdigest.connectors.testing.FreePorts;
import redis.embedded.RedisServer;

/** A server on a port of its own that keeps its data when it is stopped and started again. */
public final class TestRedis implements AutoCloseable {
  private final int port = FreePorts.any();
  private final Path folder;
  private RedisServer server;

  /** Starts it on an empty folder. */
  public TestRedis(Path folder) {
    this.folder = folder;
    start();
  }

  public void start() {
    try {
      server =
          RedisServer.newRedisServer()
              .port(port)
              .bind("127.0.0.1")
              .setting("dir " + folder)
              .setting("appendonly yes")
              .setting("appendfsync always")
              .setting("save \"\"")
              .build();
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void stop() {
    try {
      server.stop();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public RedisValues client() {
    return RedisValues.open(
        new RedisConfig("redis://127.0.0.1:" + port, Duration.ofSeconds(5), Duration.ZERO));
  }

  public static <T> T await(CompletionStage<T> stage) {
    try {
      return stage.toCompletableFuture().get(20, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** The answer of a server that is there. */
  public static <T> T answer(CompletionStage<RedisReply<T>> stage) {
    return ((RedisReply.Answered<T>) await(stage)).value();
  }

  @Override
  public void close() {
    stop();
  }

  /** How a sink reaches it. */
  public RedisConfig config() {
    return RedisConfig.of("redis://127.0.0.1:" + port);
  }
}
