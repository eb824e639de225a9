package org.groupdigest.connectors.redis;

import java.util.Objects;
import org.apache.flink.connector.base.sink.writer.BufferedRequestState;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.util.function.SerializableSupplier;
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

  private final SerializableSupplier<RedisConfig> address;
  private final String versionPattern;

  RedisSink(
      RedisSinkBuilder<InputT> builder,
      SerializableSupplier<RedisConfig> address,
      String versionPattern) {
    super(builder);
    this.address = address;
    this.versionPattern = versionPattern;
  }

  /**
   * A builder of sinks to a server.
   *
   * @param uri {@code redis://[user@]host:port[/db]} or {@code rediss://...}, without a password
   */
  public static <InputT> RedisSinkBuilder<InputT> builder(String uri) {
    return new RedisSinkBuilder<>(Objects.requireNonNull(uri, "uri"), null);
  }

  /**
   * A builder of sinks that share the client of a configuration with others in the process. A
   * password in its address travels with the job; where it must not, use {@link #builder(String)}.
   */
  public static <InputT> RedisSinkBuilder<InputT> builder(RedisConfig config) {
    return new RedisSinkBuilder<>(null, Objects.requireNonNull(config, "config"));
  }

  @Override
  protected BatchSender<RedisWrite> openSender() {
    RedisConfig config = address.get();
    return new RedisSender(
        SharedClients.ofProcess().lease(config, () -> RedisValues.open(config)), versionPattern);
  }

  @Override
  public SimpleVersionedSerializer<BufferedRequestState<RedisWrite>> getWriterStateSerializer() {
    return new RedisWriteStateSerializer();
  }
}
