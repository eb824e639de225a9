package org.groupdigest.connectors.redis;

import java.io.IOException;
import org.groupdigest.connectors.testing.FreePorts;
import redis.embedded.RedisServer;
import redis.embedded.core.RedisServerBuilder;

/** A real Redis server with a password; may be stopped and started again on its port. */
final class RedisServerFixture implements AutoCloseable {
  /** Not plain in an address. */
  static final String PASSWORD = "p@ss:/w%rd+?#";

  private final int port = FreePorts.any();
  private RedisServer server;

  RedisServerFixture() throws IOException {
    startAgain();
  }

  void startAgain() throws IOException {
    RedisServerBuilder settings =
        RedisServer.newRedisServer()
            .port(port)
            .bind("127.0.0.1")
            .setting("requirepass \"" + PASSWORD + "\"");
    server = settings.build();
    server.start();
  }

  /** Without the password. */
  String uri() {
    return "redis://127.0.0.1:" + port;
  }

  @Override
  public void close() throws IOException {
    server.stop();
  }
}
