package org.groupdigest.connectors.redis;

import java.io.IOException;
import org.apache.flink.connector.base.sink.writer.BufferedRequestState;
import org.apache.flink.connector.base.sink.writer.ElementConverter;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.groupdigest.connectors.shared.SharedClients;
import org.groupdigest.connectors.sink.EntryStore;
import org.groupdigest.connectors.sink.EntryStoreSink;
import org.groupdigest.connectors.sink.FailureHandling;
import org.groupdigest.connectors.sink.SinkLimits;

/**
 * Changes one key for each element. Writes with versions never move a key backwards, in whatever
 * order and however often they arrive.
 *
 * <pre>{@code
 * stream.sinkTo(
 *     RedisSink.<Page>builder("redis://cache:6379")
 *         .setPassword(Secret.environment("REDIS_PASSWORD"))
 *         .setElementConverter((page, context) -> RedisWrite.set(page.key(), page.text(), day))
 *         .build());
 * }</pre>
 *
 * @param <T> elements of the stream
 */
public final class RedisSink<T> extends EntryStoreSink<T, RedisWrite> {
  private static final long serialVersionUID = 1L;

  private final RedisAddress address;

  RedisSink(
      RedisAddress address,
      ElementConverter<T, RedisWrite> converter,
      SinkLimits limits,
      FailureHandling<RedisWrite> failures) {
    super(converter, limits, failures);
    this.address = address;
  }

  /**
   * A builder of sinks to a server.
   *
   * @param uri {@code redis://[user@]host:port[/db]} or {@code rediss://...}, without a password
   */
  public static <T> RedisSinkBuilder<T> builder(String uri) {
    return new RedisSinkBuilder<>(uri);
  }

  @Override
  protected EntryStore<RedisWrite> openStore() throws IOException {
    RedisConfig config = address.resolve();
    return new RedisEntryStore(
        SharedClients.ofProcess().lease(config, () -> RedisValues.open(config)));
  }

  @Override
  public SimpleVersionedSerializer<BufferedRequestState<RedisWrite>> getWriterStateSerializer() {
    return new RedisWriteStateSerializer();
  }
}
