package org.groupdigest.connectors.redis;

import org.apache.flink.connector.base.sink.writer.BufferedRequestState;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.groupdigest.connectors.shared.SharedClients;
import org.groupdigest.connectors.sink.BatchSender;
import org.groupdigest.connectors.sink.OrderedSink;

/**
 * Changes one key for each element, at least once and in order, see {@link OrderedSink}. Writes
 * with versions never move a key backwards, in whatever order and however often they arrive.
 *
 * <pre>{@code
 * stream.sinkTo(
 *     RedisSink.<Page>builder("redis://cache:6379")
 *         .setPassword(Secret.environment("REDIS_PASSWORD"))
 *         .setElementConverter((page, context) -> RedisWrite.set(page.key(), page.text(), day))
 *         .build());
 * }</pre>
 *
 * @param <InputT> elements of the stream
 */
public final class RedisSink<InputT> extends OrderedSink<InputT, RedisWrite> {
  private static final long serialVersionUID = 1L;

  private final RedisAddress address;

  RedisSink(RedisSinkBuilder<InputT> builder, RedisAddress address) {
    super(builder);
    this.address = address;
  }

  /**
   * A builder of sinks to a server.
   *
   * @param uri {@code redis://[user@]host:port[/db]} or {@code rediss://...}, without a password
   */
  public static <InputT> RedisSinkBuilder<InputT> builder(String uri) {
    return new RedisSinkBuilder<>(uri);
  }

  @Override
  protected BatchSender<RedisWrite> openSender() {
    RedisConfig config = address.resolve();
    return new RedisSender(SharedClients.ofProcess().lease(config, () -> RedisValues.open(config)));
  }

  @Override
  public SimpleVersionedSerializer<BufferedRequestState<RedisWrite>> getWriterStateSerializer() {
    return new RedisWriteStateSerializer();
  }
}
